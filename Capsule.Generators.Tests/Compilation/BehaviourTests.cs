using System.Reflection;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Capsule.Generators.Tests.Compilation;

/// <summary>What is generated does, compiled and run against the real runtime.</summary>
public sealed class BehaviourTests
{
    /// <param name="Name">What is so.</param>
    /// <param name="Expression">Of C#, about a fresh <c>card</c>.</param>
    /// <param name="Expected">Its value.</param>
    private sealed record Behaviour(string Name, string Expression, object? Expected);

    private static readonly Behaviour[] Behaviours =
    [
        new("A text without an initial value is empty", "new Card().Title", ""),
        new("A list without an initial value is empty", "new Card().Tags.Count", 0),
        new("An initial value holds", "new Card().Points", 3),
        new("A nullable text without an initial value is null", "new Card().OwnerId", null),
        new("A text with an initial value has it", "new Author().Name", "nobody"),
        new("A collection stays the same", "ReferenceEquals(card.Comments, card.Comments)", true),
        new("A child knows its parent", "card.Author.Parent == card", true),
        new("A text refuses null", "Throws(() => card.Title = null!)", "ArgumentNullException"),
        new("A list refuses null", "Throws(() => card.Tags = null!)", "ArgumentNullException"),
        new("A list refuses null among its items", "Throws(() => card.Tags = [\"a\", null!])", "ArgumentNullException"),
        new("An enum refuses what has no name", "Throws(() => card.Priority = (Priority)7)", "ArgumentOutOfRangeException"),
        new("A nullable enum refuses what has no name", "Throws(() => new Everything().MaybeLevel = (Level)7)", "ArgumentOutOfRangeException"),
        new("A number refuses what JSON cannot carry", "Throws(() => new Everything().Weight = double.NaN)", "ArgumentOutOfRangeException"),
        new("Setting what is there already changes nothing", "Changes(card, () => { card.Title = \"\"; card.Points = 3; card.Tags = []; card.Priority = Priority.Low; })", 0),
        new("A turn is one change", "Changes(card, () => { card.Title = \"a\"; card.Title = \"b\"; card.Points = 4; })", 1),
        new("What is as before the turn did not change", "Changes(card, () => { card.Title = \"a\"; card.Title = \"\"; })", 0),
        new("A turn that throws leaves nothing behind", "Throws(() => card.Tree.Turn(() => { card.Title = \"a\"; card.Tags = [\"x\"]; throw new InvalidOperationException(); })) + card.Title + card.Tags.Count", "InvalidOperationException0"),
        new("A list is a copy, and no cast leads to it", "Copied(card)", "1 1"),
        new("An export of every type is imported as it was", "Roundtrip(new Everything { Flag = true, MaybeCount = 7, Weight = -0.5, Text = \"é\\\"\", MaybeText = \"x\", Token = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), Level = Level.HTTPError, MaybeLevel = Level.VeryHigh, List = [\"c\"], MaybeList = [] })", true),
        new("An export of initial values and nulls is imported as it was", "Roundtrip(new Everything())", true),
        new("An enum goes over the wire by its name", "new Everything { Level = Level.HTTPError }.Xport().Contains(\"\\\"level\\\":\\\"httpError\\\"\")", true),
        new("A name that is no member is refused with those that are", "Refused(() => card.Mport(\"{\\\"attrs\\\":{\\\"priority\\\":\\\"soon\\\"}}\")).Contains(\"low, veryHigh\")", true),
        new("An export names nothing that is for the server only", "card.Xport().Contains(\"ownerId\")", false),
        new("System.Text.Json reads and writes a model as its export", "System.Text.Json.JsonSerializer.Deserialize<Card>(System.Text.Json.JsonSerializer.Serialize(new Card { Title = \"T\" }))!.Title", "T"),
        new("A class has a hash of its schema", "ModelType.Of<Card>().SchemaHash() == ModelType.Of<Card>().SchemaHash() && ModelType.Of<Card>().SchemaHash() != ModelType.Of<Comment>().SchemaHash()", true),
        new("A class knows those below it", "ModelType.Of<Card>().Reachable().Length", 3),
    ];

    private const string Checks = """
        using System.Linq;
        using Sample;
        using Taskboard;

        public static partial class Check
        {
            private static int Changes(Card card, Action act)
            {
                int count = 0;
                card.Changed += _ => count++;
                card.Tree.Turn(act);
                return count;
            }

            private static string Throws(Action act)
            {
                try { act(); return "nothing"; }
                catch (Exception exception) { return exception.GetType().Name; }
            }

            private static string Refused(Action act)
            {
                try { act(); return "nothing"; }
                catch (CapsuleException exception) { return exception.Message; }
            }

            private static string Copied(Card card)
            {
                var mine = new List<string> { "a" };
                card.Tags = mine;
                mine.Add("b");
                int own = card.Tags.Count;
                try { ((IList<string>)card.Tags).Add("c"); } catch (NotSupportedException) { }
                return $"{own} {card.Tags.Count}";
            }

            private static bool Roundtrip(Everything model)
            {
                string json = model.Xport();
                var other = new Everything();
                other.Mport(json);
                return other.Xport() == json;
            }
        }
        """;

    private Type _checks = typeof(object);

    [OneTimeSetUp]
    public void Compile()
    {
        IEnumerable<string> methods = Behaviours.Select((one, number) => $"public static object? Check{number}() {{ var card = new Card(); return {one.Expression}; }}");
        string source = $"using System.Linq; using Sample; using Taskboard; public static partial class Check {{ {string.Join('\n', methods)} }}";
        CSharpCompilation compilation = GeneratorRun.Start(Compilations.Create(
            new("Card.cs", Examples.Card), new("Everything.cs", Examples.EveryType), new("Checks.cs", Checks), new("Methods.cs", source))).Output;
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error), Is.Empty);
        _checks = Assembly.Load(image.ToArray()).GetType("Check")!;
    }

    [TestCaseSource(nameof(Cases))]
    public void It_does_what_it_should(int number) =>
        Assert.That(_checks.GetMethod($"Check{number}")!.Invoke(null, null), Is.EqualTo(Behaviours[number].Expected));

    private static IEnumerable<TestCaseData> Cases() => Behaviours.Select((one, number) => new TestCaseData(number).SetName(one.Name));
}
