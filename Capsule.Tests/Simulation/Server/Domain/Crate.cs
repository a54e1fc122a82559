namespace Capsule.Tests.Simulation;

[CapsuleModel]
public partial class Crate
{
    [ClientEditable]
    public partial string Label { get; set; }

    [ClientEditable]
    public partial long Weight { get; set; }

    [ClientEditable]
    public partial string Owner { get; set; }

    [ClientEditable, VisibleTo(nameof(IsMine))]
    public partial string Contents { get; set; }

    [ChildCollection]
    public partial ModelCollection<Note> Notes { get; }

    private bool IsMine(CapsuleUser user) => Owner == user.Name;
}
