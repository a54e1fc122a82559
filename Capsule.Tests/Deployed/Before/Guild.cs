namespace Capsule.Tests.Deployed.Before;

/// <summary>A root of which nothing will keep its name.</summary>
[CapsuleModel]
public partial class Guild
{
    [ClientEditable]
    public partial string Title { get; set; } = "Guild";

    [ServerOnly]
    public partial string Secret { get; set; }

    [ChildCollection]
    public partial ModelCollection<Master> Masters { get; }

    [ChildModel]
    public partial Master? Chair { get; set; }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

/// <summary>Somebody in a guild.</summary>
[CapsuleModel]
public partial class Master
{
    public partial string Name { get; set; }

    public partial int? Rank { get; set; }
}
