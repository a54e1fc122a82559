using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capsule.Protocol;
using Capsule.Tests.Protocol;

namespace Capsule.Tests.Mirrors;

/// <summary>Not a digit, tick or offset is lost from C# to JSON, to TypeScript, to JSON, to C#.</summary>
public sealed class RoundTripTests
{
    private const int Cases = 150;

    /// <summary>Put the seed of a failure here to have it again.</summary>
    private static readonly int Seed = Environment.TickCount;

    private static readonly PropertyInfo[] Attributes =
        [.. typeof(Everything).GetProperties().Where(property => property.DeclaringType == typeof(Everything) && property.CanWrite)];

    [Test]
    public void Random_trees_come_back_equal()
    {
        TestContext.Out.WriteLine($"Seed {Seed}");
        var random = new Random(Seed);
        var drawn = new Dictionary<(Type, Extent), int>();
        List<Everything> trees = [.. Enumerable.Range(0, Cases).Select(_ => Tree(random, depth: 2, drawn))];

        string[][] answers = MirrorProcess.Ask<string[][]>("Mirrors/roundTrip.mjs", [typeof(Everything)], trees.Select(tree => tree.Xport()));
        for (int index = 0; index < trees.Count; index++)
        {
            string xport = trees[index].Xport();
            Assert.That(Ordered(Imported(answers[index][0])), Is.EqualTo(Ordered(xport)), "as the mirror exports it");
            Assert.That(Ordered(Set(Emptied(xport), answers[index][1..])), Is.EqualTo(Ordered(xport)), "as the mirror sets it");
        }

        CheckDrawn(drawn);
    }

    [Test]
    public void A_text_that_is_none_is_invalid()
    {
        foreach (string broken in new[] { "\"\\uD83E\"", "\"a\\uDD8Ab\"" })
        {
            string[] changes =
            [
                $"{{\"plainString\":{broken}}}",
                $"{{\"maybeString\":{broken}}}",
                $"{{\"plainStrings\":[{broken}]}}",
                $"{{\"plainUri\":{broken}}}",
                $"{{\"plainDictionary\":{{{broken}:\"1\"}}}}",
                $"{{\"maybeParcel\":{{\"lines\":[{broken}],\"total\":{{\"amount\":\"1\",\"mood\":\"calm\"}}}}}}",
            ];
            Verdict[] verdicts = [.. changes.Select(change => new Everything().SafeSet(CapsuleUser.Anonymous, change))];

            Assert.That(verdicts.Select(verdict => verdict.Error?.Code), Is.All.EqualTo(ErrorCode.Invalid));
        }
    }

    [Test]
    public void Each_type_looks_on_the_wire_as_the_example_says()
    {
        string example = Encoding.UTF8.GetString(ProtocolExamples.Message("xport/every-type"));

        Assert.That(Imported(example), Is.EqualTo(example));
    }

    private static Everything Tree(Random random, int depth, Dictionary<(Type, Extent), int> drawn)
    {
        var model = new Everything();
        foreach (PropertyInfo attribute in Attributes)
        {
            (object? value, Extent extent) = DrawsOf(attribute).Draw(random, TakesNull(attribute));
            attribute.SetValue(model, value);
            drawn[(attribute.PropertyType, extent)] = drawn.GetValueOrDefault((attribute.PropertyType, extent)) + 1;
        }

        for (int count = depth == 0 ? 0 : random.Next(3); count > 0; count--)
        {
            model.Parts.Add(Tree(random, depth - 1, drawn));
        }

        return model;
    }

    private static void CheckDrawn(Dictionary<(Type Type, Extent Extent), int> drawn)
    {
        foreach (PropertyInfo attribute in Attributes)
        {
            foreach (Extent extent in Enum.GetValues<Extent>().Where(extent => extent != Extent.Null || TakesNull(attribute)))
            {
                Assert.That(drawn.GetValueOrDefault((attribute.PropertyType, extent)), Is.Positive, $"{attribute.Name} {extent}");
            }
        }

        TestContext.Out.WriteLine(string.Join("\n", drawn.GroupBy(count => count.Key.Extent).Select(group => $"{group.Key}: {group.Sum(count => count.Value)} over {group.Count()} types")));
    }

    private static Draws DrawsOf(PropertyInfo attribute) => Draws.All[Nullable.GetUnderlyingType(attribute.PropertyType) ?? attribute.PropertyType];

    private static bool TakesNull(PropertyInfo attribute) => attribute.Name.StartsWith("Maybe", StringComparison.Ordinal);

    /// <summary>With sorted members: a dictionary has no order, and JavaScript gives names that look like numbers one of its own.</summary>
    private static string Ordered(string json) => Ordered(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    private static string Imported(string json)
    {
        var model = new Everything();
        Assert.That(model.Mport(json).Ignored, Is.Empty);
        return model.Xport();
    }

    /// <summary>The same tree with the initial values of the attributes.</summary>
    private static Everything Emptied(string xport)
    {
        var model = new Everything();
        model.Mport(xport);
        Visit(model, part =>
        {
            foreach (PropertyInfo attribute in Attributes)
            {
                Assert.That(part.SafeUnset(CapsuleUser.Anonymous, JsonNamingPolicy.CamelCase.ConvertName(attribute.Name)).Error?.Message, Is.Null);
            }
        });
        return model;
    }

    private static string Set(Everything model, IEnumerable<string> messages)
    {
        foreach (string message in messages)
        {
            foreach (JsonElement op in JsonDocument.Parse(message).RootElement.GetProperty("ops").EnumerateArray())
            {
                Everything part = model.Tree.Find<Everything>(new ModelId(op.GetProperty("id").GetGuid()))!;
                Assert.That(part.SafeSet(CapsuleUser.Anonymous, op.GetProperty("change").GetRawText()).Error?.Message, Is.Null);
            }
        }

        return model.Xport();
    }

    private static void Visit(Everything model, Action<Everything> visit)
    {
        visit(model);
        foreach (Everything part in model.Parts)
        {
            Visit(part, visit);
        }
    }
}
