namespace Capsule.Generators.Tests.Harness;

internal static partial class Examples
{
    /// <summary>Values that the server computes, of each kind of type, and one that the browser computes from them.</summary>
    public const string OnServer = """
        using System.Linq;

        namespace Depot;

        public enum Fill { Empty, Half, Full }

        public sealed record Reading(int Amount, DateTimeOffset At);

        /// <summary>Where things are kept.</summary>
        [CapsuleModel]
        public partial class Depot
        {
            public partial int Size { get; set; }

            [ServerOnly] public partial int Reserve { get; set; }

            [ChildCollection] public partial ModelCollection<Crate> Crates { get; }

            /// <summary>How much is in it; never more than <see cref="Size"/>.</summary>
            [Computed(OnServer = true)] public int Amount => Crates.Sum(crate => crate.Amount);

            [Computed(OnServer = true), VisibleTo(Roles = "keeper")] public Fill Fill => Amount + Reserve >= Size ? Fill.Full : Amount == 0 ? Fill.Empty : Fill.Half;

            [Computed(OnServer = true)] public string Label { get { string size = Size.ToString(System.Globalization.CultureInfo.InvariantCulture); return "of " + size; } }

            [Computed(OnServer = true)] public IReadOnlyList<string> Names => Crates.Select(crate => crate.Name).Distinct().ToList();

            [Computed(OnServer = true)] public Reading Last => new Reading(Amount, TimeProvider.System.GetUtcNow());

            [Computed(OnServer = true)] internal DateTimeOffset? @event => null;

            [Computed] public bool IsFull => Amount == Size;
        }

        [CapsuleModel]
        public abstract partial class Crate
        {
            public partial string Name { get; set; }

            public partial int Amount { get; set; }

            [Computed(OnServer = true)] public bool IsEmpty => Amount == 0;
        }

        [CapsuleModel]
        public partial class ColdCrate : Crate
        {
            public partial double Degrees { get; set; }

            [Computed(OnServer = true)] public bool IsFrozen => Degrees < 0 && !IsEmpty;
        }
        """;

    /// <summary>Values that are computed from others, in each of the ways in which the mirror is then different.</summary>
    public const string Computed = """
        using System.Globalization;
        using System.Linq;

        namespace Shop;

        public enum Urgency { Low, High }

        public sealed record Stamp(string By, DateTimeOffset At);

        /// <summary>What somebody is about to buy.</summary>
        [CapsuleModel]
        public partial class Basket
        {
            public partial decimal Discount { get; set; }

            public partial Urgency Urgency { get; set; }

            public partial DateTimeOffset OpenedAt { get; set; }

            public partial float Share { get; set; }

            [ChildCollection] public partial ModelCollection<BasketLine> Lines { get; }

            /// <summary>What it costs; see <see cref="Discount"/>.</summary>
            [Computed] public decimal Total => Lines.Sum(line => line.Price) * (1 - Discount);

            [Computed] public bool IsEmpty => Lines.Count == 0;

            [Computed] public string Label => string.Create(CultureInfo.InvariantCulture, $"{Lines.Count} for {Total}");

            [Computed] public DateTimeOffset? ClosesAt => IsEmpty ? null : OpenedAt.AddDays(14);

            [Computed] public Urgency Next => Urgency switch { Urgency.Low => Urgency.High, _ => Urgency.Low };

            [Computed] public IReadOnlyList<string> Names => Lines.OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => line.Name).ToList();

            [Computed] public float Double { get { return Share * 2; } }

            [Computed] public Stamp? Sent => Lines.FirstOrDefault(line => line.Count > 0)?.Sent;

            [Computed] internal int Answer => 42;
        }

        [CapsuleModel]
        public partial class BasketLine
        {
            public partial string Name { get; set; }

            public partial int Count { get; set; }

            public partial decimal PricePerPiece { get; set; }

            public partial Stamp? Sent { get; set; }

            [Computed] public decimal Price => PricePerPiece * Count;

            [Computed] public bool IsShared => Parent is Basket { Share: > 0 } basket && basket.Lines.Any(self => self != this && self.Name == Name);

            [Computed] public Urgency? Urgency => Ancestor<Basket>()?.Urgency;
        }
        """;
}
