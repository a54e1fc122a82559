using Capsule;

namespace Taskboard.Domain;

/// <summary>Something to do.</summary>
[CapsuleModel]
public partial class Card
{
    public Card() => Changed += change => Ancestor<Board>()?.Activity.TellOfCard(this, change);

    /// <summary>What is to be done.</summary>
    [ClientEditable]
    public partial string Title { get; set; }

    /// <summary>All there is to say about it.</summary>
    [ClientEditable]
    public partial string Description { get; set; }

    /// <summary>How much work it is; 0 for not estimated.</summary>
    [ClientEditable]
    public partial int Points { get; set; }

    /// <summary>Words to find it by.</summary>
    [ClientEditable]
    public partial IReadOnlyList<string> Tags { get; set; }

    /// <summary>Whether it is done.</summary>
    [ClientEditable]
    public partial bool Done { get; set; }

    /// <summary>How much it matters.</summary>
    [ClientEditable]
    public partial Priority Priority { get; set; } = Priority.Normal;

    /// <summary>When it should be done.</summary>
    [ClientEditable]
    public partial DateTimeOffset? DueAt { get; set; }

    /// <summary>Who added it. Not <c>[ClientEditable]</c>: the server says so.</summary>
    public partial string CreatedBy { get; set; }

    /// <summary>Who works on it; null for nobody yet.</summary>
    public partial string? TakenBy { get; set; }

    /// <summary>The caller takes the card, or, if it is theirs, puts it back. Nobody can take it for somebody else.</summary>
    [Exposed]
    public void Take(TurnContext turn)
    {
        string name = turn.User.ToString();
        TakenBy = TakenBy == name ? null : name;
    }
}
