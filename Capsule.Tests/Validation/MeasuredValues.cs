using System.Globalization;

namespace Capsule.Tests.Validation;

/// <summary>Values at the bounds of <see cref="Measures"/>, next to them, and far out.</summary>
internal static class MeasuredValues
{
    private static readonly string[] Decimals =
    [
        "0", "-0.0", "0.1", "0.01", "0.0099999999999999999999999999", "99.99", "99.990", "99.9900000000000000000000001", "99.5", "99.50000000000001", "-2", "-2.5", "-2.5000000000000000000000000001", "-1.5", "-1.4999999999999999999999999999",
        "-2.4999999999999999999999999999", "2.5", "2.4999999999999999999999999999", "3.5", "3.4999999999999999999999999999", "3.5000000000000000000000000001", "2.5000000000000000000000000001", "-0.0000000000000000000000000001", "0.0000000000000000000000000001",
        "79228162514264337593543950335", "-79228162514264337593543950335", "79000000000000000000000000000", "79000000000000000000000000001", "3", "4", "-3", "1.0000000000000001",
    ];

    private static readonly string[] Moments =
    [
        "2026-03-01T00:00:00Z", "2026-02-28T23:59:59.9999999Z", "2026-03-01T00:00:00.0000001Z", "2026-03-31T23:59:59.9999999Z", "2026-04-01T00:00:00Z", "2026-03-31T00:00:00Z", "2026-03-30T23:59:59.9999999Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z", "2026-03-15T12:00:00.1Z", "2026-02-28T23:00:00Z", "2026-02-28T23:00:00.0000001Z",
    ];

    /// <summary>Those of the type, null among them; null of a type that <see cref="Measures"/> does not have.</summary>
    public static IEnumerable<object?>? Of(Type type) => All(type)?.Prepend(null);

    private static IEnumerable<object?>? All(Type type) =>
        type == typeof(byte) ? Boxed<byte>(0, 1, 2, 3, 199, 200, 201, 255)
        : type == typeof(sbyte) ? Boxed<sbyte>(-128, -3, -2, -1, 0, 1, 2, 127)
        : type == typeof(short) ? Boxed<short>(short.MinValue, -2, -1, 0, 1, 2, short.MaxValue)
        : type == typeof(ushort) ? Boxed<ushort>(0, 1, 2, 65534, 65535)
        : type == typeof(uint) ? Boxed<uint>(0, 1, int.MaxValue, int.MaxValue + 1u, uint.MaxValue)
        : type == typeof(long) ? Boxed(long.MinValue, -9007199254740993, -4, -3, -1, 0, 1, 3, 4, 9007199254740991, 9007199254740992, 9007199254740993, 9007199254740994, long.MaxValue)
        : type == typeof(ulong) ? Boxed<ulong>(0, 1, 3, 4, 9007199254740993, ulong.MaxValue - 1, ulong.MaxValue)
        : type == typeof(decimal) ? Decimals.Select(text => (object?)decimal.Parse(text, CultureInfo.InvariantCulture))
        : type == typeof(float) ? Boxed(0, 0.1f, MathF.BitIncrement(0.1f), MathF.BitDecrement(0.1f), 0.7f, MathF.BitIncrement(0.7f), MathF.BitDecrement(0.7f), 0.5f, 1.5f, 4.5f, 4.500001f, 3.5f, -1, 1e9f, float.Epsilon)
        : type == typeof(DateTime) ? Moments.Select(text => (object?)DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind))
        : type == typeof(DateTimeOffset) ? Moments.SelectMany(Offsets)
        : type == typeof(DateOnly) ? Boxed(DateOnly.MinValue, new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 1), DateOnly.MaxValue)
        : type == typeof(TimeOnly) ? Boxed(TimeOnly.MinValue, new TimeOnly(7, 59, 59, 999), new TimeOnly(8, 0), new TimeOnly(17, 30), new TimeOnly(17, 30, 0, 500), new TimeOnly(17, 30, 0, 501), new TimeOnly(new TimeOnly(17, 30, 0, 500).Ticks + 1), TimeOnly.MaxValue)
        : type == typeof(TimeSpan) ? Boxed(TimeSpan.MinValue, TimeSpan.FromMinutes(-30), TimeSpan.FromMinutes(-30) - TimeSpan.FromTicks(1), TimeSpan.Zero, TimeSpan.FromHours(36), TimeSpan.FromHours(36) + TimeSpan.FromTicks(1), TimeSpan.MaxValue)
        : type == typeof(IReadOnlyList<int>) ? [Array.Empty<int>(), new[] { 1 }, new[] { 1, 2 }, new[] { 1, 2, 3 }]
        : type == typeof(IReadOnlyList<decimal?>) ? [Array.Empty<decimal?>(), new decimal?[] { null }, new decimal?[] { null, 1 }, new decimal?[] { 1, 2, 3 }]
        : type == typeof(IReadOnlyDictionary<string, int>) ? Enumerable.Range(0, 4).Select(count => (object?)Enumerable.Range(0, count).ToDictionary(number => $"{number}"))
        : type == typeof(IReadOnlyDictionary<string, string?>) ? Enumerable.Range(0, 4).Select(count => (object?)Enumerable.Range(0, count).ToDictionary(number => $"{number}", _ => (string?)null))
        : null;

    private static IEnumerable<object?> Boxed<TValue>(params TValue[] values) => values.Cast<object?>();

    /// <summary>The instant as clocks elsewhere tell it, as far as the calendar reaches.</summary>
    private static IEnumerable<object?> Offsets(string text)
    {
        DateTimeOffset instant = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        yield return instant;
        if (instant.Year is > 1 and < 9999)
        {
            yield return instant.ToOffset(TimeSpan.FromMinutes(-210));
        }
    }
}
