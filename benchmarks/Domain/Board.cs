namespace Capsule.Benchmarks.Domain;

/// <summary>A board of lanes of cards, as an application would write it.</summary>
[CapsuleModel]
public partial class Board
{
    /// <summary>What the board is about.</summary>
    [ClientEditable]
    public partial string Title { get; set; }

    /// <summary>From left to right.</summary>
    [ChildCollection]
    public partial ModelCollection<Lane> Lanes { get; }
}
