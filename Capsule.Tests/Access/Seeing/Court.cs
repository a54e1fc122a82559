namespace Capsule.Tests.Access.Seeing;

/// <summary>A palace in which hardly anybody sees the same: every way there is to show something to some is in it.</summary>
[CapsuleModel]
public partial class Court
{
    [ClientEditable]
    public partial string Title { get; set; }

    [ClientEditable]
    public partial string Host { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> Banned { get; set; }

    [ClientEditable(Roles = "chief, staff"), VisibleTo(Roles = "staff,chief")]
    public partial string Memo { get; set; }

    [ClientEditable, VisibleTo(Policy = "audit")]
    public partial string Budget { get; set; }

    [ServerOnly]
    public partial string Secret { get; set; }

    [ClientEditable, Transient]
    public partial string Whisper { get; set; }

    [ClientEditable, Transient, VisibleTo(nameof(IsHost))]
    public partial string Nod { get; set; }

    [ClientEditable, VisibleTo(nameof(IsHost))]
    public partial string Pin { get; set; }

    [ClientEditable, Reference]
    public partial Thing? Crown { get; set; }

    [ChildCollection]
    public partial ModelCollection<Room> Rooms { get; }

    [ChildCollection(Roles = "chief"), VisibleTo(Roles = "staff")]
    public partial ModelCollection<Room> Backrooms { get; }

    [ChildCollection, VisibleTo(nameof(IsHost))]
    public partial ModelCollection<Thing> Trophies { get; }

    [ChildModel, VisibleTo(Policy = "audit")]
    public partial Vault Vault { get; }

    [ChildModel]
    public partial Stage? Stage { get; set; }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated && !Banned.Contains(user.Name);

    protected override bool CanEdit(CapsuleUser user) => true;

    private bool IsHost(CapsuleUser user) => Host == user.Name;
}

[CapsuleModel("courtRoom")]
public partial class Room
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> Guests { get; set; }

    [ClientEditable]
    public partial bool IsOpen { get; set; }

    [ClientEditable, Reference]
    public partial Thing? Featured { get; set; }

    [ChildCollection]
    public partial ModelCollection<Thing> Things { get; }

    [ChildCollection]
    public partial ModelCollection<Room> Inner { get; }

    [ChildCollection, Transient]
    public partial ModelCollection<Thing> Dust { get; }

    protected override bool CanRead(CapsuleUser user) => IsOpen || Guests.Contains(user.Name);
}

[CapsuleModel("courtThing")]
public partial class Thing
{
    [ClientEditable]
    public partial string Label { get; set; }

    [ClientEditable]
    public partial string Owner { get; set; }

    [ClientEditable, Transient]
    public partial bool FaceUp { get; set; }

    [ClientEditable, VisibleTo(nameof(ShowsFace))]
    public partial string Face { get; set; }

    [ClientEditable, Reference, VisibleTo(nameof(IsMine))]
    public partial Thing? Twin { get; set; }

    [ChildModel]
    public partial Tag? Tag { get; set; }

    [Exposed(Roles = "chief")]
    public string Polish() => Label;

    protected override bool CanRead(CapsuleUser user) => Owner.Length == 0 || IsMine(user) || Ancestor<Room>() is { IsOpen: true };

    private bool ShowsFace(CapsuleUser user) => FaceUp || Tag is { IsHidden: true } || Owner == user.Name;

    private bool IsMine(CapsuleUser user) => Owner == user.Name;
}

[CapsuleModel("courtTag")]
public partial class Tag
{
    [ClientEditable]
    public partial string Text { get; set; }

    [ClientEditable]
    public partial bool IsHidden { get; set; }

    protected override bool CanRead(CapsuleUser user) => !IsHidden;
}

[CapsuleModel("courtVault")]
public partial class Vault
{
    [ClientEditable]
    public partial string Code { get; set; }

    [ChildCollection]
    public partial ModelCollection<Thing> Things { get; }
}

[CapsuleModel("courtStage")]
public partial class Stage
{
    [ClientEditable]
    public partial string Act { get; set; }

    [ClientEditable, Transient]
    public partial bool Curtain { get; set; }

    [ChildCollection]
    public partial ModelCollection<Thing> Props { get; }

    protected override bool CanRead(CapsuleUser user) => !Curtain;
}
