namespace Capsule.Tests.Deployed.Before;

/// <summary>A root whose members will be more, and none of them fewer or other.</summary>
[CapsuleModel]
public partial class Club
{
    [ClientEditable]
    public partial string Title { get; set; } = "Club";

    [ChildCollection]
    public partial ModelCollection<Member> Members { get; }

    [Exposed]
    public void Greet(string whom) => Title = $"Hello {whom}";

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

/// <summary>Somebody in a club.</summary>
[CapsuleModel]
public partial class Member
{
    [ClientEditable]
    public partial string Name { get; set; }
}
