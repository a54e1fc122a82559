using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>Someone is typing: neither the generator nor an analyzer throws, whatever is there so far.</summary>
public sealed class BrokenSourceTests
{
    private const string Source = """
        namespace Board;
        public enum Kind { A, B }
        public partial class Outer {
            /// <summary>A <see cref="Note"/>.</summary>
            [CapsuleModel("theCard")]
            public partial class Card : IDisposable {
                [ClientEditable, JsonPropertyName("labels")] public partial IReadOnlyList<string>? Tags { get; private set; } = ["a"];
                public partial Kind? Kind { get; set; }
                [ChildCollection] public partial ModelCollection<Note> Notes { get; }
                [ChildModel] public partial Note Note { get; }
                [Exposed] public int Go(string far, TurnContext turn) => 1;
                public void Dispose() { }
            }
        }
        [CapsuleModel] public partial class Note { public partial double X { get; set; } }
        """;

    [Test]
    public void A_source_that_ends_anywhere_is_survived() =>
        Parallel.For(0, Source.Length, length => Survive(Source[..length]));

    [Test]
    public void A_source_that_lacks_any_line_is_survived()
    {
        string[] lines = Source.Split('\n');
        Parallel.For(0, lines.Length, missing => Survive(string.Join('\n', lines.Where((_, index) => index != missing))));
    }

    [TestCase("[CapsuleModel(null)] public partial class Card;")]
    [TestCase("[CapsuleModel(1)] public partial class Card;")]
    [TestCase("[CapsuleModel(\"a\\\"\\n\")] public partial class Card; [CapsuleModel] public partial class Other { [ChildModel] public partial Card Card { get; } }")]
    [TestCase("[CapsuleModel(\"\")] public partial class Card; [CapsuleModel] public partial class Other { [ChildModel] public partial Card Card { get; } }")]
    [TestCase("[CapsuleModel, CapsuleModel] public partial class Card;")]
    [TestCase("[CapsuleModel] public partial class ;")]
    [TestCase("[CapsuleModel] public partial class Card : Card;")]
    [TestCase("[CapsuleModel] public partial class Card : Missing { public partial Missing A { get; set; } }")]
    [TestCase("[CapsuleModel] public partial class Card { public partial int A { get; set; } public partial int A { get => 1; set { } } }")]
    [TestCase("[CapsuleModel] public partial class Card { public partial int A { get; set; } public partial string A { get; set; } }")]
    [TestCase("[CapsuleModel] public partial class Card { [ChildCollection] public partial ModelCollection<> A { get; } }")]
    [TestCase("[CapsuleModel] public partial interface Card { int A { get; set; } }")]
    [TestCase("[CapsuleModel] public partial class Card { public enum E { A = E.B, B = E.A } public partial E A { get; set; } }")]
    [TestCase("/// <summary>not <xml</summary>\n[CapsuleModel] public partial class Card;")]
    public void Nonsense_is_survived(string source) => Survive(source);

    private static void Survive(string source)
    {
        CSharpCompilation output = GeneratorRun.Start(Compilations.Create(source)).Output;
        Analysis.ByOurs(output);
    }
}
