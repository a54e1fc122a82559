using Capsule.Tests.Models;

namespace Capsule.Tests.Mirrors;

/// <summary>How a value was chosen.</summary>
internal enum Extent
{
    Min,
    Max,
    Empty,
    Null,
    Extreme,
    Ordinary,
}

/// <summary>Values of one type: the outermost, the empty one, those that are easily lost, and any.</summary>
internal sealed record Draws(object Min, object Max, object Empty, object[] Extremes, Func<Random, object> Ordinary)
{
    private static readonly string[] Words = ["", "a", "__proto__", "constructor", "toString", "é", "e\u0301", "🦊", "\0", "\u2028", "</script>", "\"\\", "\uFEFF"];

    /// <summary>By the type without its nullability.</summary>
    public static IReadOnlyDictionary<Type, Draws> All { get; } = new Dictionary<Type, Draws>
    {
        [typeof(bool)] = new(false, true, false, [true], random => random.Next(2) == 0),
        [typeof(byte)] = new(byte.MinValue, byte.MaxValue, (byte)0, [(byte)128], random => (byte)random.Next()),
        [typeof(sbyte)] = new(sbyte.MinValue, sbyte.MaxValue, (sbyte)0, [(sbyte)-1], random => (sbyte)random.Next()),
        [typeof(short)] = new(short.MinValue, short.MaxValue, (short)0, [(short)-1], random => (short)random.Next()),
        [typeof(ushort)] = new(ushort.MinValue, ushort.MaxValue, (ushort)0, [(ushort)0x8000], random => (ushort)random.Next()),
        [typeof(int)] = new(int.MinValue, int.MaxValue, 0, [-1], random => random.Next(int.MinValue, int.MaxValue)),
        [typeof(uint)] = new(uint.MinValue, uint.MaxValue, 0u, [0x8000_0000u], random => (uint)random.NextInt64()),
        [typeof(long)] = new(long.MinValue, long.MaxValue, 0L, [(1L << 53) + 1, -(1L << 53) - 1], random => random.NextInt64(long.MinValue, long.MaxValue)),
        [typeof(ulong)] = new(ulong.MinValue, ulong.MaxValue, 0UL, [(1UL << 53) + 1, 1UL << 63], random => (ulong)random.NextInt64()),
        [typeof(float)] = new(float.MinValue, float.MaxValue, 0f, [float.Epsilon, -0f, 0.1f, 16777216f, 1f / 3], random => (float)((random.NextDouble() - 0.5) * 1e6)),
        [typeof(double)] = new(double.MinValue, double.MaxValue, 0d, [double.Epsilon, -0d, 0.1, 1d / 3, 9007199254740993d, 2.2250738585072014e-308], random => (random.NextDouble() - 0.5) * 1e9),
        [typeof(decimal)] = new(
            decimal.MinValue, decimal.MaxValue, 0m, [0.0000000000000000000000000001m, 1.0000000000000000000000000000m, 0.00m, new decimal(0, 0, 0, true, 2), 7.9228162514264337593543950335m],
            random => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
        [typeof(char)] = new('\0', '\uFFFF', ' ', ['\u2028', '\uFEFF', '"', '\uE000'], random => (char)random.Next(0x20, 0xD7FF)),
        [typeof(string)] = new("\0", new string('\uFFFF', 1000), "", ["🦊\u2028\0\u001f", "\\u0000", "null", "e\u0301\uFEFF"], random => Text(random)),
        [typeof(Guid)] = new(Guid.Empty, Guid.AllBitsSet, Guid.Empty, [new Guid("0190a6f0-0000-7000-8000-0123456789ab")], random => Id(random)),
        [typeof(Uri)] = new(
            new Uri("urn:a"), new Uri("https://example.org/" + new string('x', 500)), new Uri("", UriKind.Relative), [new Uri("HTTP://Example.org:80/ä?q#F"), new Uri("../a b", UriKind.Relative)],
            random => new Uri($"https://example.org/{random.Next()}")),
        [typeof(DateTimeOffset)] = new(
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default(DateTimeOffset),
            [new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(14)).AddTicks(1), new DateTimeOffset(1969, 12, 31, 0, 0, 0, new TimeSpan(-13, -59, 0)).AddTicks(9_999_999)],
            random => new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841)))),
        [typeof(DateTime)] = new(
            Utc(DateTime.MinValue.Ticks), Utc(DateTime.MaxValue.Ticks), Utc(0), [Utc(1), Utc(DateTime.UnixEpoch.Ticks - 1)], random => Utc(random.NextInt64(DateTime.MaxValue.Ticks))),
        [typeof(DateOnly)] = new(DateOnly.MinValue, DateOnly.MaxValue, default(DateOnly), [new DateOnly(2024, 2, 29)], random => DateOnly.FromDayNumber(random.Next(3_000_000))),
        [typeof(TimeOnly)] = new(TimeOnly.MinValue, TimeOnly.MaxValue, default(TimeOnly), [new TimeOnly(1), new TimeOnly(23, 59)], random => new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay))),
        [typeof(TimeSpan)] = new(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, [new TimeSpan(-1), TimeSpan.FromDays(1)], random => new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue))),
        [typeof(Mood)] = new(Mood.Calm, Mood.VeryGlad, Mood.Calm, [Mood.VeryGlad], random => (Mood)random.Next(2)),
        [typeof(ReadOnlyMemory<byte>)] = new(
            Memory(0), Memory(255), Memory(), [Memory(0, 255, 128, 62, 63), Memory(Enumerable.Range(0, 256).Select(number => (byte)number).ToArray())], random => Memory(RandomBytes(random))),
        [typeof(IReadOnlyList<string>)] = List("\0", "\uFFFF", Text, ["", "", "a"]),
        [typeof(IReadOnlyList<long>)] = List(long.MinValue, long.MaxValue, random => random.NextInt64(), [long.MinValue, 0, (1L << 53) + 1]),
        [typeof(IReadOnlyList<IReadOnlyList<double?>>)] = List<IReadOnlyList<double?>>(
            [double.MinValue], [double.MaxValue], random => [random.NextDouble(), null], [[], [null], [-0.0, double.Epsilon]]),
        [typeof(IReadOnlyDictionary<string, decimal>)] = Dictionary(decimal.MinValue, decimal.MaxValue, 1.00m),
        [typeof(IReadOnlyDictionary<string, DateTimeOffset?>)] = Dictionary<DateTimeOffset?>(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null),
        [typeof(Money)] = new(
            new Money(decimal.MinValue, Mood.Calm), new Money(decimal.MaxValue, Mood.VeryGlad), new Money(0m, Mood.Calm), [new Money(0.10m, Mood.VeryGlad)],
            random => new Money(random.Next() / 100m, Mood.Calm)),
        [typeof(Parcel)] = new(
            Wrapped([], decimal.MinValue, null), Wrapped(["\0"], decimal.MaxValue, Utc(DateTime.MaxValue.Ticks)), Wrapped([], 0m, null), [Wrapped([""], 1.00m, Utc(1))],
            random => Wrapped([Text(random)], random.Next(), Utc(random.NextInt64(DateTime.MaxValue.Ticks)))),
    };

    /// <summary>A value, and how it was chosen.</summary>
    public (object? Value, Extent Extent) Draw(Random random, bool takesNull) => random.Next(8) switch
    {
        0 => (Min, Extent.Min),
        1 => (Max, Extent.Max),
        2 => (Empty, Extent.Empty),
        3 or 4 => (Extremes[random.Next(Extremes.Length)], Extent.Extreme),
        5 when takesNull => (null, Extent.Null),
        _ => (Ordinary(random), Extent.Ordinary),
    };

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Words[random.Next(Words.Length)]));

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(20)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);

    private static object Memory(params byte[] bytes) => new ReadOnlyMemory<byte>(bytes);

    private static Parcel Wrapped(IReadOnlyList<string> lines, decimal amount, DateTime? paidAt) => new(lines) { Total = new(amount, Mood.Calm), PaidAt = paidAt };

    private static Draws List<T>(T min, T max, Func<Random, T> ordinary, T[] extreme) => new(
        new[] { min }, Enumerable.Repeat(max, 20).ToArray(), Array.Empty<T>(), [extreme], random => Enumerable.Range(0, random.Next(4)).Select(_ => ordinary(random)).ToArray());

    private static Draws Dictionary<T>(T min, T max, T ordinary) => new(
        new Dictionary<string, T> { ["min"] = min },
        new Dictionary<string, T> { ["max"] = max },
        new Dictionary<string, T>(),
        [new Dictionary<string, T> { ["__proto__"] = min, ["constructor"] = max, [""] = ordinary, ["10"] = ordinary, ["9"] = min, ["\0🦊"] = max }],
        random => new Dictionary<string, T> { [$"a{random.Next()}"] = ordinary });
}
