namespace Capsule.Tests.Access;

/// <summary>A collection of an own class, with rules of its own, beside one without.</summary>
[CapsuleModel]
public partial class Gallery
{
    [ChildCollection]
    public partial Pictures Pictures { get; }

    [ChildCollection]
    public partial ModelCollection<Picture> Stored { get; }

    protected override bool CanEdit(CapsuleUser user) => user.IsAuthenticated;
}

[CapsuleModel]
public partial class Picture
{
    [ClientEditable]
    public partial string Title { get; set; }

    [ClientEditable]
    public partial bool IsFixed { get; set; }
}

public class Pictures : ModelCollection<Picture>
{
    protected override bool CanAdd(CapsuleUser user, Picture item) => base.CanAdd(user, item) && item.Title.Length > 0 && IndexOf(item) < 3;

    protected override bool CanMove(CapsuleUser user, Picture item) => !item.IsFixed && base.CanMove(user, item);

    protected override bool CanRemove(CapsuleUser user, Picture item) => !item.IsFixed && base.CanRemove(user, item);
}
