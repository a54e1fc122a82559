namespace Capsule.Benchmarks.Domain;

/// <summary>A thing to do: ten attributes, one of each kind that is common.</summary>
[CapsuleModel]
public partial class Card
{
    /// <summary>In a few words.</summary>
    [ClientEditable]
    public partial string Title { get; set; }

    /// <summary>In many.</summary>
    [ClientEditable]
    public partial string Description { get; set; }

    /// <summary>How much work it is.</summary>
    [ClientEditable]
    public partial int Points { get; set; }

    /// <summary>Nothing is left of it to do.</summary>
    [ClientEditable]
    public partial bool Done { get; set; }

    /// <summary>Where it stands on a scale of one's own.</summary>
    [ClientEditable]
    public partial double Weight { get; set; }

    /// <summary>How pressing it is.</summary>
    [ClientEditable]
    public partial Priority Priority { get; set; }

    /// <summary>Since when there is a card.</summary>
    public partial DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it must be done.</summary>
    [ClientEditable]
    public partial DateTimeOffset? DueAt { get; set; }

    /// <summary>Whose it is.</summary>
    [ClientEditable]
    public partial string? Assignee { get; set; }

    /// <summary>What to find it by.</summary>
    [ClientEditable]
    public partial IReadOnlyList<string> Tags { get; set; }
}
