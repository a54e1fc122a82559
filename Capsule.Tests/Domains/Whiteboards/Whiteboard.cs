using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Domains.Whiteboards;

/// <summary>Shapes of several kinds on one board.</summary>
[CapsuleModel]
public partial class Whiteboard
{
    [ClientEditable, StringLength(80)]
    public partial string Title { get; set; } = "Untitled";

    [ChildCollection]
    public partial ModelCollection<Shape> Shapes { get; }

    [ChildCollection]
    public partial ModelCollection<Ring> Stamps { get; }

    /// <summary>What is shown to everybody at the moment.</summary>
    [ChildModel]
    public partial Shape? Spotlight { get; set; }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => user.Is("member");
}
