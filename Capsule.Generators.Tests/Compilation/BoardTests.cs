using System.Reflection;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Compilation;

/// <summary>A board with something of everything compiles without a word from compiler or analyzers, and does what it says.</summary>
public sealed class BoardTests
{
    private const string Play = """
        using Boards;

        public static class Play
        {
            public static string Run()
            {
                CapsuleUser member = CapsuleUser.Named("kim", "member");
                CapsuleUser guest = CapsuleUser.Named("lee");
                var board = new Board { OwnerId = "secret" };
                Person ada = board.Activity.People.Add(new Person { Name = "Ada" });
                Lane lane = board.Lanes.Add(new Lane());
                Card card = lane.Cards.Add(new Card { Title = "Write", Points = 8, Assignee = ada });
                var said = new List<string>();
                card.On(nameof(Card.IsStuck), change => said.Add($"stuck {change.Previous} {change.Value}"));
                card.On(nameof(Card.Assignee), change => said.Add($"assignee {(change.Previous as Person)?.Name} {(change.Value as Person)?.Name}"));

                said.Add($"{card.IsStuck}");
                said.Add($"{card.SafeSet(guest, "{\"points\":3}").Error?.Code}");
                said.Add($"{card.SafeSet(member, "{\"title\":\"\"}").Error?.Code}");
                said.Add($"{card.SafeSet(member, "{\"pinned\":true,\"tags\":[\"a\",\"b\"]}").IsApplied}");
                said.Add($"{card.SafeCall(member, "archive", "[\"done\"]").IsApplied}");
                said.Add(card.Comments[0].Text);
                board.Activity.People.Remove(ada);
                said.Add($"{board.Xport().Contains("secret")}");

                var copy = new Board();
                copy.Mport(board.Xport(new XportOptions { ServerOnly = true }));
                said.Add($"{copy.Xport() == board.Xport()} {copy.OwnerId}");
                return string.Join("; ", said);
            }
        }
        """;

    [Test]
    public void It_compiles_without_a_word_and_works()
    {
        CSharpCompilation compilation = GeneratorRun.Of(new("Board.cs", Examples.Board), new("Play.cs", Play)).Output;
        Assert.That(compilation.GetDiagnostics().Where(one => !one.IsSuppressed && one.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden && one.Id != "CS1591"), Is.Empty);
        Assert.That(Analysis.ByOurs(compilation), Is.Empty);

        using var image = new MemoryStream();
        Assert.That(compilation.Emit(image).Success);
        object? said = Assembly.Load(image.ToArray()).GetType("Play")!.GetMethod("Run")!.Invoke(null, null);

        Assert.That(said, Is.EqualTo("True; Forbidden; Invalid; True; stuck True False; True; done (kim); assignee Ada ; False; True secret"));
    }
}
