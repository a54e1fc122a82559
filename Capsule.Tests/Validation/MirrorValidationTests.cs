using System.Reflection;
using System.Text.Json.Nodes;
using Capsule.Tests.Mirrors;
using CsCheck;

namespace Capsule.Tests.Validation;

/// <summary>The mirrors' rules say what the server's say, message for message, on random values.</summary>
public sealed class MirrorValidationTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "c", "A", "1", "9", " ", "\n", "\r", "\t", "\v", ".", "-", "^", "]", "}", "/", "[", "@", "_", "\u0085", "\u00A0", "\u2028", "\uFEFF", "\u200B", "\u200D", "٣", "é", "e\u0301",
        "ǅ", "ſ", "ı", "‿", "ⅷ", "²", "字", "ः", "😀", "http://", "FTP://", "httpſ://",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 6].Select(string.Concat);

    private static readonly Gen<double> Number = Gen.OneOf(Gen.Double[-6, 6], Gen.Int[-12, 12].Select(number => number / 2.0), Gen.Double.Where(double.IsFinite));

    private static readonly Gen<IReadOnlyList<string>> List = Text.Array[0, 4].Select(items => (IReadOnlyList<string>)items);

    [Test]
    public void Both_sides_say_the_same()
    {
        var models = new List<CapsuleModel>();
        Gen.Select(Gen.Bool, Gen.ULong).Sample((isPatterns, seed) =>
        {
            CapsuleModel model = isPatterns ? new Patterns() : new Application();
            Fill(model, new Random((int)(seed >> 33)));
            models.Add(model);
        }, iter: 3000, threads: 1);

        string[][][] answers = MirrorProcess.Ask<string[][][]>(
            "Validation/validate.mjs", [typeof(Application), typeof(Patterns)], models.Select(model => new object[] { model.GetType().Name, Attributes(model) }));
        var refused = new HashSet<string>();
        for (int index = 0; index < models.Count; index++)
        {
            string[] expected = [.. models[index].Validate().Where(failure => failure.Attribute is not ("even" or "onServerOnly")).Select(failure => $"{failure.Attribute}: {failure.Message}")];
            string[] actual = [.. answers[index].Select(answer => $"{answer[0]}: {(answer[1] == "key" ? Translations[answer[2]] : answer[2])}")];
            // Surrogates are left to the server where an expression is concerned; own attributes always.
            Assert.That(actual, Is.SubsetOf(expected), models[index].Xport());
            Assert.That(expected.Except(actual).Where(said => !IsLeftToServer(models[index], said)), Is.Empty, models[index].Xport());
            refused.UnionWith(actual);
        }

        Assert.That(refused, Has.Count.GreaterThanOrEqualTo(39), string.Join("\n", refused));
    }

    private static Dictionary<string, string> Translations => new()
    {
        ["Texts.Missing"] = "Translated fehlt",
        ["Texts.TooLong"] = "Translated hat mehr als 3 Zeichen",
        ["The Texts.Label field is required."] = "The Bezeichnung field is required.",
    };

    private static bool IsLeftToServer(CapsuleModel model, string said)
    {
        string attribute = said[..said.IndexOf(':', StringComparison.Ordinal)];
        string? text = model.GetType().GetProperty(char.ToUpperInvariant(attribute[0]) + attribute[1..])!.GetValue(model) as string;
        return said.EndsWith("no odd numbers" + "oddnumbers", StringComparison.Ordinal) || ((model is Patterns || attribute is "pattern" or "both") && text is not null && text.Any(char.IsSurrogate));
    }

    private static void Fill(CapsuleModel model, Random random)
    {
        foreach (PropertyInfo property in model.GetType().GetProperties().Where(property => property.DeclaringType == model.GetType() && property.CanWrite))
        {
            bool takesNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object? value = takesNull && random.Next(8) == 0 ? null
                : type == typeof(string) ? Draw(Text, random)
                : type == typeof(double) ? Draw(Number, random)
                : type == typeof(int) ? random.Next(4) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(-13, 13)
                : Draw(List, random);
            property.SetValue(model, value);
        }
    }

    private static T Draw<T>(Gen<T> gen, Random random)
    {
        var pcg = new PCG((uint)random.Next(), (ulong)random.NextInt64());
        return gen.Generate(pcg, null, out _);
    }

    private static JsonObject Attributes(CapsuleModel model)
    {
        JsonObject attributes = JsonNode.Parse(model.Xport())!["attrs"]!.AsObject();
        attributes.Remove("id");
        return attributes;
    }
}
