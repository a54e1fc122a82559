using Capsule.Benchmarks.Domain;

namespace Capsule.Benchmarks.Track;

/// <summary>The cards of a race: the same ones with each peer, to be visited in the same random order.</summary>
internal sealed class Subjects
{
    public Subjects()
    {
        PlainBoard plain = Boards.Plain();
        Board board = Boards.Live(plain);
        Tree = board.Tree;
        Live = Shuffled(board.Lanes.SelectMany(lane => lane.Cards));
        Plain = Shuffled(plain.AllCards());
        Unobserved = Shuffled(plain.AllCards().Select(Boards.Toolkit));
        Observed = Shuffled(plain.AllCards().Select(Boards.Toolkit));
    }

    public ModelTree Tree { get; }

    public Card[] Live { get; }

    public PlainCard[] Plain { get; }

    public ToolkitCard[] Unobserved { get; }

    /// <summary>Cards for a handler of PropertyChanged.</summary>
    public ToolkitCard[] Observed { get; }

    private static TCard[] Shuffled<TCard>(IEnumerable<TCard> cards)
    {
        TCard[] order = [.. cards];
        new Random(11).Shuffle(order);
        return order;
    }
}
