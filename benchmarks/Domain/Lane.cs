namespace Capsule.Benchmarks.Domain;

/// <summary>A column of the board.</summary>
[CapsuleModel]
public partial class Lane
{
    /// <summary>What its cards have in common.</summary>
    [ClientEditable]
    public partial string Title { get; set; }

    /// <summary>From top to bottom.</summary>
    [ChildCollection]
    public partial ModelCollection<Card> Cards { get; }
}
