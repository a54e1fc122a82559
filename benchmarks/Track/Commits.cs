using System.ComponentModel;
using Capsule.Changes;
using Capsule.Benchmarks.Domain;
using Capsule.Benchmarks.Measuring;

namespace Capsule.Benchmarks.Track;

/// <summary>One change from end to end: set, commit, and the JSON of its event in a buffer. Each is a turn of its own.</summary>
internal static class Commits
{
    /// <summary>Cards that a pass visits, the next of them in each: a round visits every card five times.</summary>
    private const int Stretch = 500;

    public static IEnumerable<Figure> Run()
    {
        var cards = new Subjects();
        var live = new EventBuffer();
        var byHand = new EventBuffer();
        var observed = new EventBuffer();
        int value = 1000;

        cards.Tree.Committed = changes =>
        {
            changes.WriteEvents(live.Begin(), XportOptions.Default, EventPart.All);
            live.End();
        };
        PropertyChangedEventHandler handler = (sender, change) =>
        {
            if (sender is ToolkitCard card && change.PropertyName == nameof(ToolkitCard.Points))
            {
                observed.Write(card.Id, card.Points);
            }
        };
        Array.ForEach(cards.Observed, card => card.PropertyChanged += handler);

        IReadOnlyList<Measurement> results = new Race(rounds: 10, passes: 100, Clock.Wall).Run(
            new("Capsule", Stretch, () => Set(Next(cards.Live, ++value), value)),
            new("auto-property, the JSON by hand", Stretch, () => Set(Next(cards.Plain, ++value), value, byHand)),
            new("CommunityToolkit.Mvvm, the JSON by hand in a handler", Stretch, () => Set(Next(cards.Observed, ++value), value)));

        RequireEqual(cards, live, byHand, observed);
        return
        [
            new("set, commit, JSON of one change", Unit.Microsecond, results[0], [results[1], results[2]]) { MaxTime = 0.3, AllocatesNothing = true },
        ];
    }

    private static ReadOnlySpan<TCard> Next<TCard>(TCard[] cards, int pass) =>
        cards.AsSpan(pass % (cards.Length / Stretch) * Stretch, Stretch);

    private static void Set(ReadOnlySpan<Card> cards, int points)
    {
        foreach (Card card in cards)
        {
            card.Points = points;
        }
    }

    private static void Set(ReadOnlySpan<PlainCard> cards, int points, EventBuffer buffer)
    {
        foreach (PlainCard card in cards)
        {
            card.Points = points;
            buffer.Write(card.Id, card.Points);
        }
    }

    private static void Set(ReadOnlySpan<ToolkitCard> cards, int points)
    {
        foreach (ToolkitCard card in cards)
        {
            card.Points = points;
        }
    }

    /// <summary>What took the time was the same work: the same change of the same card gives the same bytes.</summary>
    private static void RequireEqual(Subjects cards, EventBuffer live, EventBuffer byHand, EventBuffer observed)
    {
        cards.Live[0].Points = -1;
        byHand.Write(cards.Plain[0].Id, -1);
        cards.Observed[0].Points = -1;
        if (!live.Written.SequenceEqual(byHand.Written) || !observed.Written.SequenceEqual(byHand.Written))
        {
            throw new InvalidOperationException("The peers did not write the same event, so their times cannot be compared.");
        }
    }
}
