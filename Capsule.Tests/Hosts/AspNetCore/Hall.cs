namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>A root that everybody may see but strangers, and that members may change.</summary>
[CapsuleModel]
public partial class Hall
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    public partial int Seen { get; set; }

    [ServerOnly]
    public partial string Secret { get; set; }

    [ChildCollection]
    public partial ModelCollection<Seat> Seats { get; }

    [Exposed]
    public bool Meets(string policy, TurnContext turn) => turn.User.Meets(policy);

    protected override bool CanRead(CapsuleUser user) => !user.Is("stranger");

    protected override bool CanEdit(CapsuleUser user) => user.Is("member");

    protected override void OnLeft(CapsuleSession session) => Seen++;

    /// <summary>A model inside another class.</summary>
    [CapsuleModel]
    public partial class Seat
    {
        [ClientEditable]
        public partial string Label { get; set; }
    }
}

/// <summary>A root for those who have signed in.</summary>
[CapsuleModel]
public partial class Vault
{
    public partial string Owner { get; set; }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated && !user.Is("stranger");
}

/// <summary>A root without a rule of who may see it.</summary>
[CapsuleModel]
public partial class Forgotten
{
    public partial string Title { get; set; }
}
