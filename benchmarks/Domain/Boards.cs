namespace Capsule.Benchmarks.Domain;

/// <summary>Makes the boards: ten lanes of a thousand cards, the same in every run and with every peer.</summary>
internal static class Boards
{
    private const int Lanes = 10;
    private const int CardsPerLane = 1000;
    private static readonly string[] Words = ["draw", "up", "the", "plan", "for", "a", "new", "harbour", "and", "ask", "everyone", "about", "its", "lights"];
    private static readonly string[] People = ["anna", "bruno", "chloe", "dmitri"];
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    public const int Cards = Lanes * CardsPerLane;

    public static PlainBoard Plain()
    {
        var random = new Random(7);
        return new PlainBoard
        {
            Id = Id(random),
            Title = "The board",
            Lanes = Collection(random, Lanes, () => new PlainLane
            {
                Id = Id(random),
                Title = Text(random, 2),
                Cards = Collection(random, CardsPerLane, () => Card(random)),
            }),
        };
    }

    /// <summary>The same with Capsule's models.</summary>
    public static Board Live(PlainBoard plain)
    {
        var board = new Board { Title = plain.Title };
        board.Adopt(new ModelId(plain.Id));
        board.Lanes.Adopt(new ModelId(plain.Lanes.Id));
        plain.Lanes.Models.ForEach(lane => board.Lanes.Add(Live(lane)));
        return board;
    }

    public static Lane Live(PlainLane plain)
    {
        var lane = new Lane { Title = plain.Title };
        lane.Adopt(new ModelId(plain.Id));
        lane.Cards.Adopt(new ModelId(plain.Cards.Id));
        plain.Cards.Models.ForEach(card => lane.Cards.Add(Live(card)));
        return lane;
    }

    /// <summary>The same with CommunityToolkit.Mvvm's.</summary>
    public static ToolkitCard Toolkit(PlainCard card) => new()
    {
        Id = card.Id,
        Title = card.Title,
        Description = card.Description,
        Points = card.Points,
        Done = card.Done,
        Weight = card.Weight,
        Priority = card.Priority,
        CreatedAt = card.CreatedAt,
        DueAt = card.DueAt,
        Assignee = card.Assignee,
        Tags = card.Tags,
    };

    private static Card Live(PlainCard plain)
    {
        var card = new Card
        {
            Title = plain.Title,
            Description = plain.Description,
            Points = plain.Points,
            Done = plain.Done,
            Weight = plain.Weight,
            Priority = plain.Priority,
            CreatedAt = plain.CreatedAt,
            DueAt = plain.DueAt,
            Assignee = plain.Assignee,
            Tags = plain.Tags,
        };
        card.Adopt(new ModelId(plain.Id));
        return card;
    }

    private static PlainCard Card(Random random) => new()
    {
        Id = Id(random),
        Title = Text(random, 5),
        Description = Text(random, 20),
        Points = random.Next(21),
        Done = random.Next(3) == 0,
        Weight = random.NextDouble(),
        Priority = (Priority)random.Next(3),
        CreatedAt = Start.AddMinutes(random.Next(100_000)),
        DueAt = random.Next(2) == 0 ? Start.AddDays(random.Next(100)) : null,
        Assignee = random.Next(4) == 0 ? null : People[random.Next(People.Length)],
        Tags = random.GetItems(Words, random.Next(3)),
    };

    private static PlainCollection<TItem> Collection<TItem>(Random random, int count, Func<TItem> item) =>
        new() { Id = Id(random), Models = [.. Enumerable.Range(0, count).Select(_ => item())] };

    private static string Text(Random random, int words) => string.Join(' ', random.GetItems(Words, words));

    private static Guid Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
