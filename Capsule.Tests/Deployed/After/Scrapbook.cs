namespace Capsule.Tests.Deployed.After;

/// <summary>A root with scraps of three kinds, of which pages that were open before know two.</summary>
[CapsuleModel]
public partial class Scrapbook
{
    [ClientEditable]
    public partial string Title { get; set; } = "Scrapbook";

    [ChildCollection]
    public partial ModelCollection<Scrap> Scraps { get; }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

/// <summary>What is glued in.</summary>
[CapsuleModel]
public abstract partial class Scrap
{
    [ClientEditable]
    public partial string Caption { get; set; }
}

/// <summary>A scrap that is a photo.</summary>
[CapsuleModel]
public partial class Photo : Scrap;

/// <summary>A scrap that is a ticket.</summary>
[CapsuleModel]
public partial class Ticket : Scrap;

/// <summary>A scrap that is a drawing.</summary>
[CapsuleModel]
public partial class Drawing : Scrap;
