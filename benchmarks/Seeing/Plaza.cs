namespace Capsule.Benchmarks.Seeing;

/// <summary>A place where people walk about; what is written on them is for some.</summary>
[CapsuleModel]
public partial class Plaza
{
    [ChildCollection]
    public partial ModelCollection<Walker> Walkers { get; }

    protected internal override bool CanRead(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Walker
{
    public partial double X { get; set; }

    public partial double Y { get; set; }

    [VisibleTo(Roles = "red,blue")]
    public partial string Tag { get; set; }

    [VisibleTo(Roles = "blue")]
    public partial string Note { get; set; }
}

/// <summary>A place in which everybody sees only what is near them.</summary>
[CapsuleModel]
public partial class Arena
{
    [ChildCollection]
    public partial ModelCollection<Runner> Runners { get; }

    protected internal override bool CanRead(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Runner
{
    public partial double X { get; set; }

    public partial double Y { get; set; }

    public partial int Sector { get; set; }

    /// <summary>A user, whose name ends in a digit, sees one sector of five.</summary>
    protected internal override bool CanRead(CapsuleUser user) => (Sector + user.Name![^1]) % 5 == 0;
}

/// <summary>The same without rules.</summary>
[CapsuleModel]
public partial class Track
{
    [ChildCollection]
    public partial ModelCollection<Pacer> Pacers { get; }

    protected internal override bool CanRead(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Pacer
{
    public partial double X { get; set; }

    public partial double Y { get; set; }

    public partial int Sector { get; set; }
}
