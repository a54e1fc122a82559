namespace Capsule.Tests.Simulation;

[CapsuleModel]
public partial class Bay
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ClientEditable]
    public partial bool IsOpen { get; set; } = true;

    [ClientEditable]
    public partial IReadOnlyList<string> Guests { get; set; }

    [ChildModel]
    public partial Gate Gate { get; }

    [ChildCollection]
    public partial ModelCollection<Crate> Crates { get; }

    protected override bool CanRead(CapsuleUser user) => IsOpen || user.Is("staff") || Guests.Contains(user.Name!);
}
