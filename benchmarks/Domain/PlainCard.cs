namespace Capsule.Benchmarks.Domain;

/// <summary>As <see cref="Card"/>, with nothing behind it.</summary>
public sealed class PlainCard
{
    /// <summary>As <see cref="CapsuleNode.Id"/>.</summary>
    public Guid Id { get; set; }

    /// <inheritdoc cref="Card.Title"/>
    public string Title { get; set; } = "";

    /// <inheritdoc cref="Card.Description"/>
    public string Description { get; set; } = "";

    /// <inheritdoc cref="Card.Points"/>
    public int Points { get; set; }

    /// <inheritdoc cref="Card.Done"/>
    public bool Done { get; set; }

    /// <inheritdoc cref="Card.Weight"/>
    public double Weight { get; set; }

    /// <inheritdoc cref="Card.Priority"/>
    public Priority Priority { get; set; }

    /// <inheritdoc cref="Card.CreatedAt"/>
    public DateTimeOffset CreatedAt { get; set; }

    /// <inheritdoc cref="Card.DueAt"/>
    public DateTimeOffset? DueAt { get; set; }

    /// <inheritdoc cref="Card.Assignee"/>
    public string? Assignee { get; set; }

    /// <inheritdoc cref="Card.Tags"/>
    public IReadOnlyList<string> Tags { get; set; } = [];
}
