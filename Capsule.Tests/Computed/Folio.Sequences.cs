#pragma warning disable CA1826, CA1827 // Each way to write it is here, not the best alone.

namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public int LineCount => Lines.Count + Lines.Count(line => line.Done);

    [Computed] public bool AnyLine => Lines.Any() && Lines.Any(line => line.Count > A);

    [Computed] public bool AllDone => Lines.All(line => line.Done) || Tags.All(tag => tag.Length > 0);

    [Computed] public int CountSum => Lines.Sum(line => line.Count);

    [Computed] public long SizeSum => Lines.Sum(line => line.Size);

    [Computed] public int NumberSum => Numbers.Sum();

    [Computed] public double WeightSum => Lines.Sum(line => line.Weight);

    [Computed] public float ShareSum => Lines.Sum(line => line.Share);

    [Computed] public decimal PriceSum => Lines.Sum(line => line.Price) + Prices.Sum();

    [Computed] public int? MaybeCountSum => Lines.Sum(line => line.MaybeCount);

    [Computed] public int CountMin => Lines.Min(line => line.Count);

    [Computed] public int NumberMax => Numbers.Max();

    [Computed] public long SizeMax => Lines.Max(line => line.Size);

    [Computed] public double WeightMin => Lines.Where(line => line.Done).Min(line => line.Weight / line.Count);

    [Computed] public double WeightMax => Lines.Max(line => line.Weight / line.Count);

    [Computed] public decimal? MaybePriceMax => Lines.Max(line => line.MaybePrice);

    [Computed] public int? MaybeCountMin => Lines.Min(line => line.MaybeCount);

    [Computed] public DateTimeOffset LatestLine => Lines.Max(line => line.At);

    [Computed] public DateTimeOffset EarliestDate => Dates.Min();

    [Computed] public Level LevelMax => Lines.Max(line => line.Level);

    [Computed] public double CountAverage => Lines.Average(line => line.Count);

    [Computed] public double SizeAverage => Lines.Average(line => line.Size) + Numbers.Average();

    [Computed] public decimal PriceAverage => Lines.Average(line => line.Price);

    [Computed] public float ShareAverage => Lines.Average(line => line.Share);

    [Computed] public double WeightAverage => Lines.Average(line => line.Weight);

    [Computed] public double? MaybeCountAverage => Lines.Average(line => line.MaybeCount);

    [Computed] public decimal? MaybePriceAverage => Lines.Average(line => line.MaybePrice);

    [Computed] public string DoneTexts => string.Join(";", Lines.Where(line => line.Done).Select(line => line.Text));

    [Computed] public string SortedTexts => string.Join(";", Lines.OrderBy(line => line.Count).Select(line => line.Text));

    [Computed] public string SortedMore => string.Join(";", Lines.OrderByDescending(line => line.Done).ThenBy(line => line.Text, StringComparer.Ordinal).Select(line => line.Text));

    [Computed] public string SortedPrices => string.Join(";", Lines.OrderBy(line => line.MaybePrice).ThenByDescending(line => line.At).Select(line => line.Text));

    [Computed] public string SortedLevels => string.Join(";", Lines.OrderBy(line => line.Level).ThenBy(line => line.Weight).Select(line => line.Text));

    [Computed] public IReadOnlyList<string> SortedTags => Tags.OrderByDescending(tag => tag, StringComparer.Ordinal).ToList();

    [Computed] public IReadOnlyList<int> Halves => Numbers.Select(number => number / 2).Where(half => half != 0).ToArray();

    [Computed] public string? FirstDone => Lines.FirstOrDefault(line => line.Done)?.Text;

    [Computed] public string? LastDone => Lines.LastOrDefault(line => line.Done)?.Text;

    [Computed] public int FirstNumber => Numbers.FirstOrDefault() + Numbers.FirstOrDefault(number => number > 5, -1);

    [Computed] public int LastNumber => Numbers.LastOrDefault() + Numbers.Last();

    [Computed] public string FirstTag => Tags.First(tag => tag != "");

    [Computed] public string LastLine => Lines.Last(line => !line.Done).Text;

    [Computed] public bool HasTag => Tags.Contains(Text) || Numbers.Contains(A);

    [Computed] public bool HasPrice => Prices.Contains(P) || Dates.Contains(At);

    [Computed] public int Nested => Lines.Where(line => Tags.Any(tag => tag == line.Text)).Sum(line => line.Count / (A == 0 ? 1 : A));

    [Computed] public bool Shadowed => Lines.Any(self => self.Count == A && Lines.Count(other => other.Count > self.Count) == 0);

    [Computed] public int DoubleCounts => checked(Lines.Count(line => line.Count * 2 > B) * 3);
}
