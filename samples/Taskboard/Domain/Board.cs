using Capsule;

namespace Taskboard.Domain;

/// <summary>A board that several people look at and change together.</summary>
[CapsuleModel]
public partial class Board
{
    public Board() => Listen();

    /// <summary>What the board is about.</summary>
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    /// <summary>The columns, from left to right.</summary>
    [ChildCollection]
    public partial ModelCollection<Lane> Lanes { get; }

    /// <summary>Who is here now.</summary>
    [ChildModel]
    public partial Presence Presence { get; }

    /// <summary>Who did what, the latest last.</summary>
    [ChildModel]
    public partial ActivityLog Activity { get; }

    /// <summary>Everybody who signed in sees the board.</summary>
    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

    /// <summary>Members change it, with all that is below and has no rule of its own.</summary>
    protected override bool CanEdit(CapsuleUser user) => user.Is(Roles.Member);

    protected override void OnJoined(CapsuleSession session) => Presence.Enter(session.User);

    protected override void OnLeft(CapsuleSession session) => Presence.Leave(session.User);

    private void Listen() => Lanes.Changed += OnLanesChanged;

    private void OnLanesChanged(CollectionChanged change)
    {
        var lane = (Lane)change.Item;
        if (change.Kind == CollectionChangeKind.Added)
        {
            lane.SignCards();
        }

        Activity.TellOfLane(lane, change.Kind);
    }
}
