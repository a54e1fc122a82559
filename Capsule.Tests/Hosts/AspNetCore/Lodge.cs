namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>A root of which not everybody sees the same.</summary>
[CapsuleModel]
public partial class Lodge
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    [ClientEditable, VisibleTo(Roles = "porter, warden")]
    public partial string Watchword { get; set; }

    [ClientEditable, VisibleTo(Policy = "audits")]
    public partial int Takings { get; set; }

    [ChildCollection]
    public partial ModelCollection<Chamber> Chambers { get; }

    [ChildCollection, VisibleTo(Roles = "warden")]
    public partial ModelCollection<Chamber> Cellars { get; }

    [ChildCollection, VisibleTo(Roles = "warden")]
    public partial ModelCollection<Dungeon> Dungeons { get; }

    // What mirrors without the watchword do not have either.
#pragma warning disable CAP0027
    [Computed]
    public bool IsGuarded => Watchword.Length > 3;
#pragma warning restore CAP0027

    [Exposed(Roles = "warden")]
    public int Lockdown() => Chambers.Count;

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Chamber
{
    [ClientEditable]
    public partial string Name { get; set; }
}

[CapsuleModel]
public partial class Dungeon
{
    [ClientEditable]
    public partial string Prisoner { get; set; }

    [ChildCollection]
    public partial ModelCollection<Shackle> Shackles { get; }
}

[CapsuleModel]
public partial class Shackle
{
    [ClientEditable]
    public partial double Iron { get; set; }
}
