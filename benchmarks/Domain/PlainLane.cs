namespace Capsule.Benchmarks.Domain;

/// <summary>As <see cref="Lane"/>, with nothing behind it.</summary>
public sealed class PlainLane
{
    /// <summary>As <see cref="CapsuleNode.Id"/>.</summary>
    public Guid Id { get; set; }

    /// <inheritdoc cref="Lane.Title"/>
    public string Title { get; set; } = "";

    /// <inheritdoc cref="Lane.Cards"/>
    public PlainCollection<PlainCard> Cards { get; set; } = new();
}
