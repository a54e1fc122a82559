namespace Capsule.Tests.Simulation;

/// <summary>There with its bay from the first moment; what is remarked of it, not everybody sees.</summary>
[CapsuleModel]
public partial class Gate
{
    [ClientEditable]
    public partial string Code { get; set; } = "1234";

    [ChildCollection, VisibleTo(Roles = "staff")]
    public partial ModelCollection<Note> Remarks { get; }
}
