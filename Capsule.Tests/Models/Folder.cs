namespace Capsule.Tests.Models;

/// <summary>A domain without an end: folders in folders, sheets in two collections of one type, and a child model. Anna may do everything.</summary>
[CapsuleModel]
public partial class Folder
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    public partial int Size { get; set; }

    [ClientEditable]
    public partial double? Weight { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> Tags { get; set; }

    [ServerOnly]
    public partial string? Secret { get; set; }

    [ClientEditable, Reference]
    public partial Sheet? Best { get; set; }

    [ServerOnly, Reference]
    public partial Folder? Shadow { get; set; }

    [ChildModel]
    public partial Cover Cover { get; }

    [ChildModel]
    public partial Cover Back { get; set; }

    [ChildModel]
    public partial Folder? Inner { get; set; }

    [ChildCollection]
    public partial ModelCollection<Folder> Folders { get; }

    [ChildCollection]
    public partial ModelCollection<Sheet> Sheets { get; }

    [ChildCollection]
    public partial ModelCollection<Sheet> Drafts { get; }

    protected override bool CanEdit(CapsuleUser user) => user.Name == "anna";
}

[CapsuleModel]
public partial class Sheet
{
    [ClientEditable]
    public partial string Text { get; set; }

    [ClientEditable]
    public partial int Number { get; set; }

    [ClientEditable, Radio]
    public partial bool Top { get; set; }

    [ClientEditable, Reference]
    public partial Folder? About { get; set; }
}

[CapsuleModel]
public partial class Cover
{
    [ClientEditable]
    public partial string Color { get; set; } = "grey";
}
