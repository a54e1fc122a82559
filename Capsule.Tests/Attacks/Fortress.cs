namespace Capsule.Tests.Attacks;

/// <summary>What is attacked: something to change, something that is not for clients, and something that only lords see.</summary>
[CapsuleModel]
public partial class Fortress
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ClientEditable]
    public partial int Height { get; set; }

    [ClientEditable]
    public partial double Weight { get; set; }

    [ClientEditable]
    public partial decimal Gold { get; set; }

    [ClientEditable]
    public partial IReadOnlyDictionary<string, string> Signs { get; set; }

    public partial int Garrison { get; set; }

    [ServerOnly]
    public partial string Password { get; set; }

    [ClientEditable, VisibleTo(Roles = "lord")]
    public partial string Treasury { get; set; }

    [ClientEditable, Reference]
    public partial Guard? Captain { get; set; }

    [ChildCollection]
    public partial ModelCollection<Guard> Guards { get; }

    [ChildCollection]
    public partial ModelCollection<Tunnel> Tunnels { get; }

    [ChildCollection, VisibleTo(Roles = "lord")]
    public partial ModelCollection<Guard> Spies { get; }

    [Exposed]
    public string Ring(string words) => words;

    [ServerCallable]
    public void Raze() => Garrison = 0;

    /// <summary>Public, and for nobody but the server's own code.</summary>
    public void Undermine() => Garrison = 0;

    protected override bool CanRead(CapsuleUser user) => user.Is("member") || user.Is("lord");

    protected override bool CanEdit(CapsuleUser user) => true;

    protected override bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) => item is not Guard { Name: "traitor" };
}

[CapsuleModel("fortressGuard")]
public partial class Guard
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ClientEditable]
    public partial int Age { get; set; }

    [ClientEditable]
    public partial bool IsHidden { get; set; }

    public partial int Pay { get; set; }

    [ChildCollection]
    public partial ModelCollection<Weapon> Weapons { get; }

    [Exposed]
    public string Salute() => Name;

    protected override bool CanRead(CapsuleUser user) => !IsHidden || user.Is("lord");

    protected override bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) => item is Weapon { Weight: < 100 };
}

[CapsuleModel("fortressWeapon")]
public partial class Weapon
{
    [ClientEditable]
    public partial int Weight { get; set; }
}

[CapsuleModel("fortressTunnel")]
public partial class Tunnel
{
    [ChildCollection]
    public partial ModelCollection<Tunnel> Branches { get; }
}
