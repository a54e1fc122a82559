using Capsule.Protocol;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Anna and Ben, members, each with a page of the same new board; and somebody who gives signs.</summary>
internal abstract class BoardFixture
{
    private readonly List<Visitor> _visitors = [];
    private RawClient _signs = null!;
    private int _sign;

    protected string Board { get; private set; } = "";

    /// <summary>The board as it was at first.</summary>
    protected BoardExport State => _signs.Board;

    protected Visitor Anna { get; private set; } = null!;

    protected Visitor Ben { get; private set; } = null!;

    [SetUp]
    public async Task Open()
    {
        Board = Guid.NewGuid().ToString("N");
        _signs = await RawClient.SignInAsync("Signs", Board);
        Anna = await SignInAsync("Anna");
        Ben = await SignInAsync("Ben");
        await SignAsync();
    }

    [TearDown]
    public async Task Close()
    {
        foreach (Visitor visitor in _visitors)
        {
            Assert.That(visitor.Errors, Is.Empty, $"uncaught on the page of {visitor.Name}");
            await visitor.Context.CloseAsync();
        }

        _visitors.Clear();
        _signs.Dispose();
    }

    protected async Task<Visitor> SignInAsync(string name, bool justLooking = false, BrowserNewContextOptions? options = null)
    {
        Visitor visitor = await Visitor.SignInAsync(name, Board, justLooking, options);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>
    /// Lets somebody do something until everybody sees it. Everybody must have got exactly one batch for it, the same one, and no state anew, and every node of
    /// every page must be the same as before.
    /// </summary>
    /// <param name="lost">How many nodes of a page go, with what they stood for.</param>
    /// <returns>What the batch says.</returns>
    protected async Task<IReadOnlyList<ModelEvent>> ActAsync(Visitor actor, Func<Task> action, Func<Visitor, Task> isSeen, int lost = 0)
    {
        await SignAsync();
        foreach (Visitor visitor in _visitors)
        {
            await visitor.Nodes.RememberAsync();
        }

        await action();
        await Task.WhenAll(_visitors.Select(isSeen));
        IReadOnlyList<Frame>[] frames = await SignAsync();

        Assert.Multiple(() =>
        {
            for (int index = 0; index < _visitors.Count; index++)
            {
                IEnumerable<Type> expected = _visitors[index] == actor ? [typeof(VerdictFrame), typeof(BatchFrame)] : [typeof(BatchFrame)];
                Assert.That(frames[index].Select(frame => frame.GetType()), Is.EqualTo(expected), $"frames of {_visitors[index].Name}");
            }
        });
        foreach (Visitor visitor in _visitors)
        {
            Assert.That(await visitor.Nodes.LostAsync(), Has.Length.EqualTo(lost), $"nodes of {visitor.Name}");
        }

        BatchFrame[] batches = [.. frames.Select(received => received.OfType<BatchFrame>().Single())];
        Assert.That(batches.Select(batch => (batch.Seq, string.Join('\n', batch.Events))).Distinct().Count(), Is.EqualTo(1), "one batch for all");
        return batches[0].Events;
    }

    /// <summary>Changes the board's title; what each page received until then is all that there was.</summary>
    protected async Task<IReadOnlyList<Frame>[]> SignAsync()
    {
        string title = $"Sign {++_sign}";
        Assert.That((await _signs.SetTitleAsync(title)).IsApplied);
        return await Task.WhenAll(_visitors.Select(visitor => visitor.Frames.TakeUntilAsync(frame => IsSign(frame, title))));
    }

    protected Visitor Named(string name) => _visitors.Single(visitor => visitor.Name == name);

    /// <summary>What the server wrote down in this batch about who did what.</summary>
    protected string LogOf(ModelEvent happened)
    {
        var add = (AddEvent)happened;
        Assert.That(add.Collection, Is.EqualTo(State.Entries));
        return ExportedAttributes.Of(add.Data, "by", "text");
    }

    private static bool IsSign(Frame frame, string title) =>
        frame is BatchFrame { Events: [ChangeEvent change] } && change.Data.ToString() == $$"""{"title":"{{title}}"}""";
}
