using Capsule.Tests.Domains.Whiteboards;

namespace Capsule.Tests.Mirrors;

/// <summary>Models of several kinds in one place go to their mirrors, each to its own, and come back.</summary>
public sealed class FamilyRoundTripTests
{
    private static readonly Type[] Mirrors = [typeof(Whiteboard), typeof(Shape), typeof(Ring), typeof(Label), typeof(Heading), typeof(Frame)];

    private static readonly int Seed = Environment.TickCount;

    [Test]
    public void Random_boards_come_back_letter_for_letter()
    {
        TestContext.Out.WriteLine($"Seed {Seed}");
        var random = new Random(Seed);
        Whiteboard[] boards = [.. Enumerable.Range(0, 100).Select(_ => Board(random))];

        string[][] answers = MirrorProcess.Ask<string[][]>("Mirrors/roundTrip.mjs", Mirrors, boards.Select(board => board.Xport()));

        Assert.That(answers.Select(answer => answer[0]), Is.EqualTo(boards.Select(board => board.Xport())));
        Assert.That(boards.SelectMany(board => board.Shapes).Select(shape => shape.GetType()).Distinct().Count(), Is.EqualTo(4));
        Assert.That(boards.Select(board => board.Spotlight?.GetType()).Distinct().Count(), Is.EqualTo(5));
    }

    private static Whiteboard Board(Random random)
    {
        var board = new Whiteboard { Spotlight = random.Next(3) == 0 ? null : Draw(random, depth: 1) };
        Fill(board.Shapes, random, depth: 2);
        for (int count = random.Next(3); count > 0; count--)
        {
            board.Stamps.Add(new Ring { Radius = random.Next(1, 9) });
        }

        return board;
    }

    private static void Fill(ModelCollection<Shape> shapes, Random random, int depth)
    {
        for (int count = random.Next(5); count > 0; count--)
        {
            shapes.Add(Draw(random, depth));
        }
    }

    private static Shape Draw(Random random, int depth)
    {
        Shape shape = random.Next(4) switch
        {
            0 => new Ring { Radius = random.NextDouble() + 1 },
            1 => new Label { Text = $"text {random.Next()}" },
            2 => new Heading { Text = "heading", Level = random.Next(6) },
            _ => new Frame(),
        };
        shape.X = random.NextDouble();
        if (shape is Frame frame && depth > 0)
        {
            Fill(frame.Shapes, random, depth - 1);
        }

        return shape;
    }
}
