namespace Capsule.Tests.Domains.Whiteboards;

/// <summary>A label that is a level of an outline, and may be the one that is pinned.</summary>
[CapsuleModel]
public partial class Heading : Label
{
    [ClientEditable]
    public partial int Level { get; set; } = 1;

    [ClientEditable, Radio]
    public partial bool IsPinned { get; set; }

    protected override bool CanEdit(CapsuleUser user) => base.CanEdit(user) && (Level > 1 || user.Is("owner"));

    [Exposed]
    public int Demote() => ++Level;
}
