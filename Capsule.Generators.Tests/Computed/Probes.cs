using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Capsule.Generators.Tests.Computed;

/// <summary>A model whose computed values are made up, compiled with the generator and loaded.</summary>
internal static class Probes
{
    public const string Source = """
        #pragma warning disable
        using System.Linq;
        public enum Shade { Dark = 3, Light = -1, None = 0 }
        [CapsuleModel] public partial class Part
        {
            public partial int N { get; set; }
            public partial int? MaybeN { get; set; }
            public partial string Text { get; set; }
            public partial decimal Price { get; set; }
            public partial bool Done { get; set; }
            public partial Shade Shade { get; set; }
        }
        [CapsuleModel] public partial class Probe
        {
            public partial int A { get; set; }
            public partial int B { get; set; }
            public partial int? MaybeInt { get; set; }
            public partial uint U { get; set; }
            public partial long L { get; set; }
            public partial long M { get; set; }
            public partial byte Y { get; set; }
            public partial float F { get; set; }
            public partial double D { get; set; }
            public partial double E { get; set; }
            public partial decimal P { get; set; }
            public partial decimal Q { get; set; }
            public partial decimal? MaybeDecimal { get; set; }
            public partial bool Yes { get; set; }
            public partial char Letter { get; set; }
            public partial string Text { get; set; }
            public partial string Other { get; set; }
            public partial string? Note { get; set; }
            public partial Shade Shade { get; set; }
            public partial DateTimeOffset At { get; set; }
            public partial DateTimeOffset Until { get; set; }
            public partial TimeSpan Span { get; set; }
            public partial DateOnly Day { get; set; }
            public partial IReadOnlyList<int> Numbers { get; set; }
            [ChildModel] public partial Part Front { get; }
            [ChildModel] public partial Part? Back { get; set; }
            [ChildCollection] public partial ModelCollection<Part> Items { get; }

        """;

    /// <summary>The class with these expressions, called Value0 and on.</summary>
    public static Type Compile(IReadOnlyList<(string Type, string Expression)> expressions)
    {
        string members = string.Concat(expressions.Select((one, number) => $"    [Computed] public {one.Type} Value{number} => {one.Expression};\n"));
        CSharpCompilation output = GeneratorRun.Start(Compilations.Create(new Source("Probe.cs", Source + members + "}\n"))).Output;
        using var image = new MemoryStream();
        EmitResult result = output.Emit(image);
        IEnumerable<string> errors = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)
            .Select(one => $"{one.GetMessage(null)} in {one.Location.SourceTree!.GetText().ToString(one.Location.SourceSpan)} of {one.Location.SourceTree.GetText().Lines.GetLineFromPosition(one.Location.SourceSpan.Start)}");
        Assert.That(errors, Is.Empty);
        image.Position = 0;
        return new AssemblyLoadContext(null).LoadFromStream(image).GetType("Probe")!;
    }

    public static CapsuleModel Draw(Type type, Random random)
    {
        var probe = (CapsuleModel)Activator.CreateInstance(type)!;
        Fill(probe, random);
        PropertyInfo back = type.GetProperty("Back")!;
        Fill((CapsuleModel)type.GetProperty("Front")!.GetValue(probe)!, random);
        if (random.Next(2) == 0)
        {
            back.SetValue(probe, Part(back.PropertyType, random));
        }

        object items = type.GetProperty("Items")!.GetValue(probe)!;
        for (int count = random.Next(4); count > 0; count--)
        {
            items.GetType().GetMethod("Add")!.Invoke(items, [Part(back.PropertyType, random)]);
        }

        return probe;
    }

    private static CapsuleModel Part(Type type, Random random)
    {
        var part = (CapsuleModel)Activator.CreateInstance(type)!;
        Fill(part, random);
        return part;
    }

    private static void Fill(CapsuleModel model, Random random)
    {
        foreach (PropertyInfo attribute in model.GetType().GetProperties().Where(property => property.CanWrite && !property.PropertyType.IsAssignableTo(typeof(CapsuleModel))))
        {
            bool takesNull = Nullable.GetUnderlyingType(attribute.PropertyType) is not null || attribute.Name == "Note";
            attribute.SetValue(model, takesNull && random.Next(3) == 0 ? null : Value(Nullable.GetUnderlyingType(attribute.PropertyType) ?? attribute.PropertyType, random));
        }
    }

    private static object Value(Type type, Random random) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).GetValue(random.Next(3))!,
        _ when type == typeof(int) => Pick(random, 0, 1, -1, int.MinValue, int.MaxValue, random.Next(-20, 20), random.Next(-20, 20), random.Next()),
        _ when type == typeof(uint) => Pick(random, 0u, uint.MaxValue, (uint)random.Next(20), (uint)random.NextInt64()),
        _ when type == typeof(long) => Pick(random, 0L, long.MinValue, long.MaxValue, random.Next(-20, 20), random.NextInt64(), (1L << 53) + 1),
        _ when type == typeof(byte) => (byte)random.Next(random.Next(2) == 0 ? 4 : 256),
        _ when type == typeof(float) => Pick(random, 0f, -0f, float.MaxValue, float.Epsilon, 0.1f, random.Next(-20, 20) / 2f, (float)(random.NextDouble() * 1e9)),
        _ when type == typeof(double) => Pick(random, 0d, -0d, double.MaxValue, double.Epsilon, 0.5, 2.5, -2.5, 0.1, random.Next(-20, 20) / 2d, (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20))),
        _ when type == typeof(decimal) => Pick(random, 0m, 0.00m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, random.Next(-2000, 2000) / 100m, new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(char) => Pick(random, 'a', 'B', ' ', '\0', '\uFFFF', '7', 'ß'),
        _ when type == typeof(string) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, "a", "B", " ", "🦊", "\u0085", "é", "7"))),
        _ when type == typeof(DateTimeOffset) => Pick(random, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.FromHours(14)),
            new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841)))),
        _ when type == typeof(TimeSpan) => Pick(random, TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromMinutes(random.Next(-900, 900)), new TimeSpan(random.NextInt64() >> random.Next(40))),
        _ when type == typeof(DateOnly) => Pick(random, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29), DateOnly.FromDayNumber(random.Next(3_652_059))),
        _ => Enumerable.Range(0, random.Next(4)).Select(_ => (int)Value(typeof(int), random)).ToArray(),
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
