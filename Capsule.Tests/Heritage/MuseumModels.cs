namespace Capsule.Tests.Heritage;

/// <summary>Other names, one level more, and two collections of one type.</summary>
[CapsuleModel]
public partial class Museum
{
    public partial int Founded { get; set; }

    [ChildCollection]
    public partial ModelCollection<Wing> Wings { get; }

    protected override bool CanEdit(CapsuleUser user) => user.Is("author");

    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) => throw new InvalidOperationException("nobody asks here");
}

[CapsuleModel("annex")]
public partial class Wing
{
    public partial string Side { get; set; } = "east";

    [ChildCollection]
    public partial ModelCollection<Room> Rooms { get; }

    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) => user.Is("editor");
}

[CapsuleModel]
public partial class Room
{
    public partial bool IsOpen { get; set; }

    [ClientEditable]
    public partial string Label { get; set; }

    public partial string Provenance { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> Materials { get; set; }

    [ChildModel]
    public partial Curator Curator { get; }

    [ChildCollection]
    public partial ModelCollection<Exhibit> Shown { get; }

    [ChildCollection]
    public partial ModelCollection<Exhibit> Stored { get; }

    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) => user.Is("editor");

    [Exposed]
    public string Dedicate(string to, TurnContext turn) => Provenance = $"{to} {Label}, says {turn.User.Name}";

    public void Flood() => Provenance = "wet";
}

[CapsuleModel]
public partial class Exhibit
{
    [ClientEditable]
    public partial string Inscription { get; set; }
}

[CapsuleModel]
public partial class Curator
{
    [ClientEditable]
    public partial string Initials { get; set; }
}
