using System.Globalization;

namespace Capsule.Generators.Tests.Computed;

/// <remarks>Zeros of decimals have a sign that only a conversion to a real number shows; adding zero takes it away.</remarks>
/// <summary>Makes up expressions of C# over the attributes of <see cref="Probes.Source"/>. All of them compile, and none is constant: C# would compute it while compiling.</summary>
internal sealed class RandomExpression(Random random)
{
    /// <summary>The types that expressions are made of, by their names in C#.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["int", "int?", "uint", "long", "byte", "float", "double", "decimal", "decimal?", "bool", "char", "string", "string?", "Shade", "DateTimeOffset", "TimeSpan", "DateOnly"];

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["int"] = ["A", "B", "Front.N", "Items.Count", "Text.Length", "Numbers.Count"],
        ["int?"] = ["MaybeInt", "Back?.N", "Note?.Length"],
        ["uint"] = ["U"],
        ["long"] = ["L", "M"],
        ["byte"] = ["Y"],
        ["float"] = ["F"],
        ["double"] = ["D", "E"],
        ["decimal"] = ["P", "Q", "Front.Price"],
        ["decimal?"] = ["MaybeDecimal", "Back?.Price"],
        ["bool"] = ["Yes", "Front.Done"],
        ["char"] = ["Letter"],
        ["string"] = ["Text", "Other", "Front.Text"],
        ["string?"] = ["Note", "Back?.Text"],
        ["Shade"] = ["Shade", "Front.Shade"],
        ["DateTimeOffset"] = ["At", "Until"],
        ["TimeSpan"] = ["Span"],
        ["DateOnly"] = ["Day"],
    };

    private int _variables;

    public string Of(string type, int depth) => depth == 0 || random.Next(6) == 0 ? Leaf(type) : Choice([.. Forms(type, depth - 1), .. Any(type, depth - 1)]);

    private string Leaf(string type) => Choice([.. Names[type].Select(name => (Func<string>)(() => name))]);

    /// <summary>What there is of every type.</summary>
    private IEnumerable<Func<string>> Any(string type, int depth)
    {
        yield return () => $"({Of("bool", depth)} ? {Of(type, depth)} : {Of(type, depth)})";
        yield return () => $"({Of("int", depth)} switch {{ 0 => {Of(type, depth)}, > 0 and < 9 => {Of(type, depth)}, var n{++_variables} when n{_variables} < A => {Of(type, depth)}, _ => {Of(type, depth)} }})";
        if (Names.ContainsKey(type + "?"))
        {
            yield return () => $"({Of(type + "?", depth)} ?? {Of(type, depth)})";
        }
    }

    private IEnumerable<Func<string>> Forms(string type, int depth) => type switch
    {
        "int" => [() => Binary(type, depth, "+", "-", "*", "/", "%", "&", "|", "^"), () => $"checked({Binary(type, depth, "+", "-", "*")})", () => $"({Of(type, depth)} {Choice("<<", ">>")} {Of("int", depth)})",
            () => $"(-{Of(type, depth)})", () => $"((int){Of(Choice("long", "double", "decimal", "uint", "float", "char", "Shade"), depth)})", () => $"Math.{Choice("Min", "Max")}({Of(type, depth)}, {Of(type, depth)})",
            () => $"Math.Abs({Of(type, depth)})", () => $"{Of("string", depth)}.Length", () => $"{Of("string", depth)}.IndexOf({Of("char", depth)})", () => $"{Of("DateTimeOffset", depth)}.{Choice("Year", "Month", "Day", "Hour", "DayOfYear")}",
            () => $"Items.Sum(item => {Safe(depth)})", () => $"Items.Max(item => {Safe(depth)})", () => $"Items.Count(item => {SafeTest(depth)})", () => $"Items.Where(item => {SafeTest(depth)}).Select(item => item.N).FirstOrDefault()", () => "Numbers.Sum()", () => $"Numbers[{Of("byte", depth)}]"],
        "int?" => [() => Binary(type, depth, "+", "-", "*"), () => $"((int?){Of("decimal?", depth)})", () => $"Items.Min(item => item.MaybeN)", () => $"((int?){Of("int", depth)})"],
        "uint" => [() => Binary(type, depth, "+", "-", "*", "/", "%", "|"), () => $"((uint){Of(Choice("int", "long", "double"), depth)})", () => $"({Of(type, depth)} {Choice("<<", ">>")} {Of("int", depth)})"],
        "long" => [() => Binary(type, depth, "+", "-", "*", "/", "%", "&", "^"), () => $"checked({Binary(type, depth, "+", "*")})", () => $"((long){Of(Choice("int", "uint", "double", "decimal"), depth)})", () => $"({Of("int", depth)} * {Of(type, depth)})",
            () => $"{Of("TimeSpan", depth)}.Ticks", () => $"Items.Sum(item => (long){Safe(depth)})"],
        "byte" => [() => $"((byte){Of(Choice("int", "long", "double"), depth)})", () => $"checked((byte){Of("int", depth)})"],
        "float" => [() => Binary(type, depth, "+", "-", "*", "/", "%"), () => $"((float){Of(Choice("double", "int", "long"), depth)})", () => $"((float){Of("decimal", depth)} + 0f)"],
        "double" => [() => Binary(type, depth, "+", "-", "*", "/", "%"), () => $"((double){Of(Choice("int", "long", "float"), depth)})", () => $"((double){Of("decimal", depth)} + 0d)", () => $"Math.{Choice("Round", "Floor", "Ceiling", "Abs", "Sqrt")}({Of(type, depth)})",
            () => $"Math.Round({Of(type, depth)}, {random.Next(6)}, MidpointRounding.AwayFromZero)", () => $"Items.Average(item => {Safe(depth)})", () => $"{Of("TimeSpan", depth)}.TotalHours"],
        "decimal" => [() => Binary(type, depth, "+", "-", "*", "/"), () => $"((decimal){Of(Choice("int", "long", "double", "float"), depth)})", () => $"Math.Round({Of(type, depth)}, {random.Next(6)})",
            () => $"Math.{Choice("Floor", "Ceiling", "Truncate", "Abs")}({Of(type, depth)})", () => $"Items.Sum(item => item.Price)", () => $"Items.Average(item => item.Price)", () => $"({Of(type, depth)} + {Literal(type)})"],
        "decimal?" => [() => Binary(type, depth, "+", "-", "*", "/"), () => $"((decimal?){Of("int?", depth)})", () => "Items.Max(item => (decimal?)item.Price)"],
        "bool" => [() => Compared(depth), () => Compared(depth), () => $"({Of(type, depth)} {Choice("&&", "||", "&", "|", "^", "==", "!=")} {Of(type, depth)})", () => $"!{Of(type, depth)}", () => $"Items.{Choice("Any", "All")}(item => {SafeTest(depth)})",
            () => $"({Of(Choice("int?", "decimal?", "string?"), depth)} {Choice("is null", "is not null", "== null")})", () => $"({Of("int", depth)} is (> 0 and < 100) or 1000 or < -5)", () => $"{Of("string", depth)}.{Choice("StartsWith", "EndsWith", "Contains")}({Of("string", depth)}, StringComparison.Ordinal)",
            () => $"string.IsNullOrWhiteSpace({Of("string?", depth)})", () => $"(Front is {{ N: > 3, Text.Length: < 2 }} || Back is {{ Done: true }})"],
        "char" => [() => $"{Of("string", depth)}[{Of("byte", depth)}]", () => $"((char)({Of(type, depth)} + {random.Next(9)}))", () => $"char.ToUpperInvariant({Of(type, depth)})"],
        "string" => [() => $"({Of(type, depth)} + {Of(Choice("string?", "char", "bool", "Shade"), depth)})", () => $"$\"{{{Of(Choice("string", "bool", "Shade", "char"), 0)}}}-{{{Of("string?", 0)},{random.Next(-5, 6)}}}\"",
            () => $"FormattableString.Invariant($\"{{{Names[Choice("int", "double", "decimal", "float", "DateTimeOffset", "TimeSpan")][0]}}};\")", () => $"{Of(type, depth)}.Substring({Of("byte", depth)})", () => $"{Of(type, depth)}.{Choice("Trim", "TrimStart", "TrimEnd", "ToUpperInvariant", "ToLowerInvariant")}()",
            () => $"{Of(type, depth)}.Replace({Of("char", depth)}, {Of("char", depth)})", () => $"{Of(type, depth)}.PadLeft({Of("byte", depth)}, {Of("char", depth)})", () => $"string.Join(\";\", Items.OrderBy(item => {Safe(depth)}).Select(item => item.Text))", () => $"{Of(type, depth)}.Insert(0, {Of(type, depth)})"],
        "string?" => [() => $"Items.FirstOrDefault(item => {SafeTest(depth)})?.Text", () => $"{Of(type, 0)}?.Trim()", () => $"(string?){Of("string", depth)}"],
        "DateTimeOffset" => [() => $"{Of(type, depth)}.Add{Choice("Days", "Hours", "Minutes")}({Of(Choice("int", "double"), depth)})", () => $"{Of(type, depth)}.Add{Choice("Months", "Years")}({Of("int", depth)})", () => $"({Of(type, depth)} {Choice("+", "-")} {Of("TimeSpan", depth)})"],
        "TimeSpan" => [() => $"({Of("DateTimeOffset", depth)} - {Of("DateTimeOffset", depth)})", () => $"({Of(type, depth)} {Choice("+", "-")} {Of(type, depth)})", () => $"TimeSpan.FromMinutes({Of("double", depth)})", () => $"{Of(type, depth)}.Duration()"],
        "DateOnly" => [() => $"{Of(type, depth)}.Add{Choice("Days", "Months", "Years")}({Of("int", depth)})"],
        _ => [],
    };

    private string Compared(int depth)
    {
        string type = Choice("int", "int?", "uint", "long", "float", "double", "decimal", "decimal?", "char", "Shade", "DateTimeOffset", "TimeSpan", "DateOnly");
        return $"({Of(type, depth)} {Choice("<", "<=", ">", ">=", "==", "!=")} {Of(type, depth)})";
    }

    /// <summary>The first operand is no literal, so the whole is no constant; no divisor is a literal zero.</summary>
    private string Binary(string type, int depth, params string[] operators) =>
        $"({Of(type, depth)} {Choice(operators)} {(random.Next(4) == 0 ? Literal(type.TrimEnd('?')) : Of(type, depth))})";

    /// <summary>An int of an item that does not fail: what LINQ leaves out where something fails is its own affair.</summary>
    private string Safe(int depth) => depth == 0 ? Choice("item.N", "A", "item.Text.Length") : $"({Safe(depth - 1)} {Choice("+", "-", "*")} {Safe(0)})";

    private string SafeTest(int depth) => Choice($"{Safe(depth)} {Choice("<", ">=", "==")} {Safe(0)}", "item.Done", "item.Text == Text", "item.Price > P");

    private string Literal(string type) => type switch
    {
        "decimal" => (random.Next(1, 2000) / 100m).ToString(CultureInfo.InvariantCulture) + "m",
        "double" => (random.Next(1, 99) / 8d).ToString(CultureInfo.InvariantCulture) + "d",
        "float" => (random.Next(1, 99) / 10f).ToString(CultureInfo.InvariantCulture) + "f",
        "uint" => random.Next(1, 99).ToString(CultureInfo.InvariantCulture) + "u",
        "long" => random.Next(1, 99).ToString(CultureInfo.InvariantCulture) + "L",
        _ => Choice("1", "2", "3", "7", "int.MaxValue"),
    };

    private string Choice(params string[] texts) => texts[random.Next(texts.Length)];

    private string Choice(Func<string>[] forms) => forms[random.Next(forms.Length)]();
}
