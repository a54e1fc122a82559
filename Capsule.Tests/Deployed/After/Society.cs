namespace Capsule.Tests.Deployed.After;

/// <summary>What became of the guild: stored data are as good as they were.</summary>
[CapsuleModel, Renamed("guild")]
public partial class Society
{
    [ClientEditable, Renamed("title")]
    public partial string Name { get; set; } = "Society";

    [ServerOnly, Renamed("secret")]
    public partial string Password { get; set; }

    [ChildCollection, Renamed("masters")]
    public partial ModelCollection<Person> People { get; }

    [ChildModel, Renamed("chair")]
    public partial Person? Head { get; set; }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

/// <summary>Somebody in a society.</summary>
[CapsuleModel, Renamed("master")]
public partial class Person
{
    [Renamed("name")]
    public partial string FullName { get; set; }

    public partial int Rank { get; set; } = 7;
}
