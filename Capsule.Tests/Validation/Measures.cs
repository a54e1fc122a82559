using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Capsule.Tests.Validation;

/// <summary>A range of every number type, with bounds of each form; ranges of dates and times; lengths of what holds several.</summary>
[CapsuleModel]
public partial class Measures
{
    [ClientEditable, Range(2, 200)] public partial byte Small { get; set; }

    [ClientEditable, Range(-2, 2, MaximumIsExclusive = true)] public partial sbyte Tiny { get; set; }

    [ClientEditable, Range(-1.5, 1.5)] public partial short Half { get; set; }

    [ClientEditable, Range(typeof(ushort), "1", "65534")] public partial ushort? HalfTyped { get; set; }

    [ClientEditable, Range(-1, int.MaxValue)] public partial uint Counter { get; set; }

    [ClientEditable, Range(-3, 3)] public partial long Big { get; set; }

    [ClientEditable, Range(-0.5, 9007199254740992.0)] public partial long? BigDouble { get; set; }

    [ClientEditable, Range(typeof(long), "-9223372036854775808", "9007199254740993", MaximumIsExclusive = true)] public partial long BigTyped { get; set; }

    [ClientEditable, Range(1, 3)] public partial ulong Huge { get; set; }

    [ClientEditable, Range(typeof(ulong), "1", "18446744073709551614")] public partial ulong? HugeTyped { get; set; }

    [ClientEditable, Range(-2, 3)] public partial decimal Exact { get; set; }

    [ClientEditable, Range(-2, 3, MinimumIsExclusive = true, MaximumIsExclusive = true)] public partial decimal? ExactBetween { get; set; }

    [ClientEditable, Range(0.1, 99.5)] public partial decimal ExactDouble { get; set; }

    [ClientEditable, Range(typeof(decimal), "0.01", "99.990")] public partial decimal ExactTyped { get; set; }

    [ClientEditable, Range(typeof(decimal), "-0.0000000000000000000000000001", "7.9e28", MinimumIsExclusive = true, ErrorMessage = "{0}: {1:E2} {2}")]
    public partial decimal? ExactFar { get; set; }

    [ClientEditable, Range(1, 4)] public partial float Rough { get; set; }

    [ClientEditable, Range(0.1, 0.7)] public partial float RoughDouble { get; set; }

    [ClientEditable, Range(typeof(float), "0.1", "0.7", MinimumIsExclusive = true)] public partial float? RoughTyped { get; set; }

    [ClientEditable, Range(typeof(DateTime), "2026-03-01", "2026-03-31T23:59:59.9999999")] public partial DateTime Moment { get; set; }

    [ClientEditable, Range(typeof(DateTime), "03/01/2026", "03/31/2026", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, MaximumIsExclusive = true)]
    public partial DateTime? MomentInvariant { get; set; }

    [ClientEditable, Range(typeof(DateTimeOffset), "2026-03-01T00:00:00+01:00", "2026-03-31T00:00:00Z", MinimumIsExclusive = true)] public partial DateTimeOffset Instant { get; set; }

    [ClientEditable, Range(typeof(DateOnly), "2026-03-01", "2026-03-31")] public partial DateOnly? Day { get; set; }

    [ClientEditable, Range(typeof(TimeOnly), "08:00", "17:30:00.5")] public partial TimeOnly Time { get; set; }

    [ClientEditable, Range(typeof(TimeSpan), "-00:30", "1.12:00:00")] public partial TimeSpan Span { get; set; }

    [ClientEditable, Length(1, 2)] public partial IReadOnlyList<int> Numbers { get; set; }

    [ClientEditable, MinLength(2)] public partial IReadOnlyList<decimal?>? Prices { get; set; }

    [ClientEditable, MaxLength(1)] public partial IReadOnlyDictionary<string, int> Counts { get; set; }

    [ClientEditable, Length(1, 2)] public partial IReadOnlyDictionary<string, string?>? Names { get; set; }

    /// <summary>Of which .NET's own attribute knows the array alone.</summary>
    [ClientEditable, Length(2, 4)] public partial ReadOnlyMemory<byte> Seal { get; set; }
}
