using Capsule.Benchmarks.Domain;
using Capsule.Benchmarks.Measuring;

namespace Capsule.Benchmarks.Track;

/// <summary>Setting attributes in a turn. A pass visits every card once.</summary>
internal static class Sets
{
    public static IEnumerable<Figure> Run()
    {
        var cards = new Subjects();
        int value = 1000;
        int told = 0;
        foreach (ToolkitCard card in cards.Observed)
        {
            card.PropertyChanged += (_, _) => told++;
        }

        IReadOnlyList<Measurement> results = new Race(rounds: 60, passes: 8, Clock.Wall).Run(
            new("first", Boards.Cards, () => SetPoints(cards.Live, ++value))
            {
                Before = () => cards.Tree.OpenTurn(),
                After = cards.Tree.Commit,
            },
            new("later", Boards.Cards, () => SetPoints(cards.Live, ++value))
            {
                Before = () =>
                {
                    cards.Tree.OpenTurn();
                    SetPoints(cards.Live, ++value);
                },
                After = cards.Tree.Commit,
            },
            new("text", Boards.Cards, () => SetTitle(cards.Live, Text(++value)))
            {
                Before = () => cards.Tree.OpenTurn(),
                After = cards.Tree.Commit,
            },
            new("auto-property", Boards.Cards, () => SetPoints(cards.Plain, ++value)),
            new("auto-property", Boards.Cards, () => SetTitle(cards.Plain, Text(++value))),
            new("CommunityToolkit.Mvvm, nobody listens", Boards.Cards, () => SetPoints(cards.Unobserved, ++value)),
            new("CommunityToolkit.Mvvm, a handler per card", Boards.Cards, () => SetPoints(cards.Observed, ++value)));

        if (told == 0)
        {
            throw new InvalidOperationException("The handlers of CommunityToolkit.Mvvm were never called, so there is nothing to compare with.");
        }

        IReadOnlyList<Measurement> peers = [results[3], results[5], results[6]];
        return
        [
            new("first set of a number in a turn", Unit.Nanosecond, results[0], peers) { MaxTime = 20, AllocatesNothing = true },
            new("a later set of it in the turn", Unit.Nanosecond, results[1], peers) { MaxTime = 3, AllocatesNothing = true },
            new("first set of a text in a turn", Unit.Nanosecond, results[2], [results[4]]) { AllocatesNothing = true },
        ];
    }

    /// <summary>One of two texts, so that a pass sets another one than the pass before did.</summary>
    private static string Text(int value) => value % 2 == 0 ? "Draw up the plan" : "Ask everyone";

    private static void SetPoints(Card[] cards, int points)
    {
        foreach (Card card in cards)
        {
            card.Points = points;
        }
    }

    private static void SetPoints(PlainCard[] cards, int points)
    {
        foreach (PlainCard card in cards)
        {
            card.Points = points;
        }
    }

    private static void SetPoints(ToolkitCard[] cards, int points)
    {
        foreach (ToolkitCard card in cards)
        {
            card.Points = points;
        }
    }

    private static void SetTitle(Card[] cards, string title)
    {
        foreach (Card card in cards)
        {
            card.Title = title;
        }
    }

    private static void SetTitle(PlainCard[] cards, string title)
    {
        foreach (PlainCard card in cards)
        {
            card.Title = title;
        }
    }
}
