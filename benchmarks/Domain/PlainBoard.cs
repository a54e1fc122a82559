namespace Capsule.Benchmarks.Domain;

/// <summary>As <see cref="Board"/>, with nothing behind it.</summary>
public sealed class PlainBoard
{
    /// <summary>As <see cref="CapsuleNode.Id"/>.</summary>
    public Guid Id { get; set; }

    /// <inheritdoc cref="Board.Title"/>
    public string Title { get; set; } = "";

    /// <inheritdoc cref="Board.Lanes"/>
    public PlainCollection<PlainLane> Lanes { get; set; } = new();

    /// <summary>All cards, lane by lane.</summary>
    public IEnumerable<PlainCard> AllCards() => Lanes.Models.SelectMany(lane => lane.Cards.Models);
}
