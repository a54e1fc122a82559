namespace Capsule.Tests.Computed;

/// <summary>In no order: comparisons go by number.</summary>
public enum Level
{
    Middle = 5,
    Low = -2,
    VeryHigh = 9,
}

public sealed record Money(decimal Amount, string Currency, DateTimeOffset? PaidAt);

[CapsuleModel]
public partial class Binder
{
    public partial string Title { get; set; }

    public partial int Limit { get; set; }

    [ChildCollection] public partial ModelCollection<Folio> Folios { get; }

    [Computed] public bool IsFull => Folios.Count >= Limit;
}

[CapsuleModel]
public partial class Jacket
{
    public partial string Title { get; set; }

    public partial int Pages { get; set; }

    [Computed] public int Half => Pages / 2;
}

/// <summary>Attributes of all types, for expressions over them; those stand in the other files, by kind.</summary>
[CapsuleModel]
public partial class Folio
{
    public partial int A { get; set; }

    public partial int B { get; set; }

    public partial int? MaybeInt { get; set; }

    public partial long L { get; set; }

    public partial long M { get; set; }

    public partial long? MaybeLong { get; set; }

    public partial uint U { get; set; }

    public partial ulong X { get; set; }

    public partial short Small { get; set; }

    public partial ushort USmall { get; set; }

    public partial byte Byte { get; set; }

    public partial sbyte SByte { get; set; }

    public partial float F { get; set; }

    public partial float G { get; set; }

    public partial double D { get; set; }

    public partial double E { get; set; }

    public partial double? MaybeDouble { get; set; }

    public partial decimal P { get; set; }

    public partial decimal Q { get; set; }

    public partial decimal? MaybeDecimal { get; set; }

    public partial bool Yes { get; set; }

    public partial bool No { get; set; }

    public partial bool? Maybe { get; set; }

    public partial char Letter { get; set; }

    public partial string Text { get; set; }

    public partial string Other { get; set; }

    public partial string? Note { get; set; }

    public partial Guid Key { get; set; }

    public partial DateTimeOffset At { get; set; }

    public partial DateTimeOffset Until { get; set; }

    public partial DateTimeOffset? MaybeAt { get; set; }

    public partial DateTime Start { get; set; }

    public partial DateTime Stop { get; set; }

    public partial DateOnly Day { get; set; }

    public partial DateOnly? MaybeDay { get; set; }

    public partial TimeOnly Time { get; set; }

    public partial TimeOnly Later { get; set; }

    public partial TimeSpan Span { get; set; }

    public partial TimeSpan Gap { get; set; }

    public partial Level Level { get; set; } = Level.Low;

    public partial Level? MaybeLevel { get; set; }

    public partial IReadOnlyList<string> Tags { get; set; }

    public partial IReadOnlyList<int> Numbers { get; set; }

    public partial IReadOnlyList<decimal> Prices { get; set; }

    public partial IReadOnlyList<DateTimeOffset> Dates { get; set; }

    public partial IReadOnlyDictionary<string, int> Counts { get; set; }

    public partial IReadOnlyDictionary<string, DateTimeOffset> Deadlines { get; set; }

    public partial Money Cost { get; set; } = new(0m, "", null);

    public partial Money? MaybeCost { get; set; }

    [ChildModel] public partial Jacket Front { get; }

    [ChildModel] public partial Jacket? Back { get; set; }

    [ChildCollection] public partial ModelCollection<Line> Lines { get; }

    [ChildCollection] public partial ModelCollection<Insert> Inserts { get; }
}

[CapsuleModel]
public partial class Line
{
    public partial string Text { get; set; }

    public partial int Count { get; set; }

    public partial int? MaybeCount { get; set; }

    public partial long Size { get; set; }

    public partial double Weight { get; set; }

    public partial float Share { get; set; }

    public partial decimal Price { get; set; }

    public partial decimal? MaybePrice { get; set; }

    public partial bool Done { get; set; }

    public partial Level Level { get; set; } = Level.Low;

    public partial DateTimeOffset At { get; set; }

    [Computed] public decimal Total => Price * Count;

    [Computed] public bool IsFirst => Parent is Folio { Lines.Count: > 0 } folio && folio.Lines[0] == this;

    [Computed] public string? Place => Ancestor<Binder>()?.Title;
}
