using Capsule;

namespace Taskboard.Domain;

/// <summary>Who did what on the board. It is written in the turn that did it, so one batch carries both, and a turn that is undone leaves no trace here.</summary>
[CapsuleModel]
public partial class ActivityLog
{
    /// <summary>How many entries are kept.</summary>
    public const int MaxEntries = 50;

    /// <summary>The entries, the latest last.</summary>
    [ChildCollection]
    public partial ModelCollection<ActivityEntry> Entries { get; }

    /// <summary>No client writes here.</summary>
    protected override bool CanEdit(CapsuleUser user) => false;

    internal void TellOfLane(Lane lane, CollectionChangeKind kind)
    {
        string title = Quoted(lane.Title);
        Tell(kind switch
        {
            CollectionChangeKind.Added => $"added the lane {title}",
            CollectionChangeKind.Removed => $"deleted the lane {title}",
            _ => $"moved the lane {title}",
        });
    }

    internal void TellOfCard(Lane lane, CollectionChanged change)
    {
        string title = Quoted(((Card)change.Item).Title);
        Tell(change.Kind switch
        {
            CollectionChangeKind.Added => $"added {title} to {lane.Title}",
            CollectionChangeKind.Removed => $"deleted {title}",
            _ when change.From == change.Collection => $"moved {title} within {lane.Title}",
            _ => $"moved {title} to {lane.Title}",
        });
    }

    internal void TellOfCard(Card card, ModelChanged change)
    {
        foreach (AttributeChanged attribute in change.Attributes)
        {
            if (TextOf(card, attribute) is { } text)
            {
                Tell(text);
            }
        }
    }

    private static string? TextOf(Card card, AttributeChanged change) => change.Attribute switch
    {
        nameof(Card.Title) => $"renamed {Quoted((string?)change.Previous)} to {Quoted(card.Title)}",
        nameof(Card.Description) => $"described {Quoted(card.Title)}",
        nameof(Card.Points) => $"estimated {Quoted(card.Title)} at {card.Points}",
        nameof(Card.Done) => card.Done ? $"finished {Quoted(card.Title)}" : $"reopened {Quoted(card.Title)}",
        nameof(Card.Priority) => $"gave {Quoted(card.Title)} {card.Priority.ToString().ToLowerInvariant()} priority",
        nameof(Card.TakenBy) => card.TakenBy is null ? $"put {Quoted(card.Title)} back" : $"took {Quoted(card.Title)}",
        _ => null,
    };

    /// <summary>Only what people do is told: seeds, imports and the server's own work have no user.</summary>
    private void Tell(string text)
    {
        if (Tree.CurrentTurn is not { } turn)
        {
            return;
        }

        Entries.Add(new ActivityEntry { By = turn.User.ToString(), Text = text, At = turn.Now });
        if (Entries.Count > MaxEntries)
        {
            Entries.RemoveAt(0);
        }
    }

    private static string Quoted(string? title) => $"“{title}”";
}
