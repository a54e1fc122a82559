namespace Capsule.Tests.Simulation;

[CapsuleModel]
public partial class Note
{
    [ClientEditable]
    public partial string Text { get; set; }

    [ClientEditable, Radio]
    public partial bool IsPinned { get; set; }
}
