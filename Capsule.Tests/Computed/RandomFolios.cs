using System.Reflection;

namespace Capsule.Tests.Computed;

/// <summary>Folios with random values: those at the ends of their types, those that are easily got wrong, and small ones, which meet each other.</summary>
internal static class RandomFolios
{
    private static readonly string[] Words =
        ["", "a", "A", "b", "st", " ", "\u0085", "\uFEFF", "\u00A0", "ß", "İ", "ı", "é", "e\u0301", "🦊", "𐐨", "ΑΙ", "ᾳ", "7", "٣", "ﬀ", "\0", "ǆ", "Σ", "ς", "µ"];

    private static readonly object[] Extremes =
    [
        int.MinValue, int.MaxValue, long.MinValue, long.MaxValue, uint.MaxValue, ulong.MaxValue, short.MinValue, short.MaxValue, ushort.MaxValue, byte.MaxValue, sbyte.MinValue,
        float.MinValue, float.MaxValue, float.Epsilon, 0.1f, -0f, 16777217f, 1e9f, 1e-5f, double.MinValue, double.MaxValue, double.Epsilon, -0d, 0.1, 0.5, 1.5, 2.5, -2.5, 1e15, 1e17, 1e-5, 4503599627370497.5,
        2147483647.5, -1.5, 300.7, 9.2233720368547758e18, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, 7.9228162514264337593543950335m, 1.0000000000000000000000000000m, 0.00m, 2.5m, -0.125m,
        0.3333333333333333333333333333m, 79228162514264337593543950334.5m, '\0', '\uFFFF', 'a', 'Z', '7', 'ß', DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(14)).AddTicks(9_999_999), new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-210)).AddTicks(-1),
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), DateTime.UnixEpoch, new DateTime(2023, 1, 31, 0, 0, 0, DateTimeKind.Utc), DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29), TimeOnly.MinValue, TimeOnly.MaxValue,
        TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, new TimeSpan(-1), TimeSpan.FromHours(-13.5), Guid.Empty,
    ];

    /// <summary>A binder with a folio, which is looked at.</summary>
    public static Binder Draw(Random random)
    {
        var binder = new Binder();
        Fill(binder, random);
        var folio = new Folio();
        Fill(folio, random);
        Fill(folio.Front, random);
        if (random.Next(2) == 0)
        {
            folio.Back = new Jacket();
            Fill(folio.Back, random);
        }

        for (int count = random.Next(5); count > 0; count--)
        {
            Fill(folio.Lines.Add(new Line()), random);
        }

        for (int count = random.Next(5); count > 0; count--)
        {
            Fill(folio.Inserts.Add(random.Next(3) switch { 0 => new Slip(), 1 => new Tab(), _ => new Divider() }), random);
        }

        binder.Folios.Add(folio);
        for (int count = random.Next(3); count > 0; count--)
        {
            binder.Folios.Add(new Folio());
        }

        return binder;
    }

    public static void Fill(CapsuleModel model, Random random)
    {
        foreach (PropertyInfo attribute in model.GetType().GetProperties().Where(property => property.CanWrite && property.SetMethod!.IsPublic && !property.PropertyType.IsAssignableTo(typeof(CapsuleModel))))
        {
            bool takesNull = new NullabilityInfoContext().Create(attribute).WriteState == NullabilityState.Nullable;
            attribute.SetValue(model, takesNull && random.Next(3) == 0 ? null : Value(Nullable.GetUnderlyingType(attribute.PropertyType) ?? attribute.PropertyType, random));
        }
    }

    private static object Value(Type type, Random random)
    {
        object[] extremes = [.. Extremes.Where(value => value.GetType() == type)];
        return extremes.Length > 0 && random.Next(4) == 0 ? extremes[random.Next(extremes.Length)] : Ordinary(type, random);
    }

    private static object Ordinary(Type type, Random random)
    {
        bool isSmall = random.Next(2) == 0;
        return type switch
        {
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => isSmall ? random.Next(-9, 10) : random.Next(int.MinValue, int.MaxValue),
            _ when type == typeof(long) => isSmall ? random.Next(-9, 10) : random.NextInt64(long.MinValue, long.MaxValue),
            _ when type == typeof(uint) => isSmall ? (uint)random.Next(9) : (uint)random.NextInt64(),
            _ when type == typeof(ulong) => isSmall ? (ulong)random.Next(9) : (ulong)random.NextInt64(),
            _ when type == typeof(short) => (short)random.Next(),
            _ when type == typeof(ushort) => (ushort)random.Next(),
            _ when type == typeof(byte) => (byte)random.Next(isSmall ? 3 : 256),
            _ when type == typeof(sbyte) => (sbyte)random.Next(),
            _ when type == typeof(float) => isSmall ? random.Next(-9, 10) / 2f : (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20))),
            _ when type == typeof(double) => isSmall ? random.Next(-9, 10) / 2d : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-30, 30)),
            _ when type == typeof(decimal) => isSmall ? random.Next(-999, 1000) / 100m : new decimal(random.Next(), random.Next(), isSmall ? 0 : random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
            _ when type == typeof(char) => Words[random.Next(1, 8)][0],
            _ when type == typeof(string) => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Words[random.Next(Words.Length)])),
            _ when type == typeof(Guid) => Id(random),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841))),
            _ when type == typeof(DateTime) => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc),
            _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(random.Next(3_652_059)),
            _ when type == typeof(TimeOnly) => new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
            _ when type == typeof(TimeSpan) => isSmall ? TimeSpan.FromMinutes(random.Next(-900, 900)) : new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(40)),
            _ when type == typeof(Money) => new Money((decimal)Value(typeof(decimal), random), (string)Value(typeof(string), random), random.Next(2) == 0 ? null : (DateTimeOffset)Value(typeof(DateTimeOffset), random)),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!,
            _ => Many(type, random),
        };
    }

    private static object Many(Type type, Random random)
    {
        Type element = type.GenericTypeArguments[^1];
        object[] values = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(element, random))];
        if (type.Name == "IReadOnlyDictionary`2")
        {
            var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
            foreach (object value in values)
            {
                dictionary[Words[random.Next(1, 4)]] = value;
            }

            return dictionary;
        }

        var array = Array.CreateInstance(element, values.Length);
        values.CopyTo(array, 0);
        return array;
    }

    private static Guid Id(Random random)
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
