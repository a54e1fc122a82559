namespace Capsule.Tests.Deployed.After;

/// <summary>What became of the club: deployed clients can go on.</summary>
[CapsuleModel]
public partial class Club
{
    [ClientEditable]
    public partial string Title { get; set; } = "Club";

    [ClientEditable]
    public partial string Motto { get; set; } = "None";

    [ServerOnly]
    public partial string Secret { get; set; }

    [ChildCollection]
    public partial ModelCollection<Member> Members { get; }

    [Exposed, Renamed("greet")]
    public void Welcome(string whom, int times = 1) => Title = $"Hello {whom}, {times} times";

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

/// <summary>Somebody in a club.</summary>
[CapsuleModel]
public partial class Member
{
    [ClientEditable]
    public partial string Name { get; set; }

    public partial int Points { get; set; } = 3;
}
