namespace Taskboard.Domain;

/// <summary>What a new board begins with.</summary>
internal static class Example
{
    private const string Author = "Mira";

    public static void Fill(Board board, string key)
    {
        board.Title = "Summer cinema";
        AddLane(board, "Ideas", null,
            new Card { Title = "Double feature for the last night", Description = "Something loud, then something quiet.", Tags = ["programme"] },
            new Card { Title = "Blankets to borrow at the gate", Priority = Priority.Low, Tags = ["comfort"] },
            new Card { Title = "Subtitles in three languages", Points = 5, Tags = ["programme", "access"] });
        AddLane(board, "Next up", null,
            new Card { Title = "Ask the library for 80 chairs", Points = 2, Tags = ["comfort"] },
            new Card { Title = "Posters for the cafés", Description = "A3, two colours. The moon should glow.", Points = 3, Tags = ["print"] });
        AddLane(board, "In progress", 3,
            new Card
            {
                Title = "Find a projector that survives drizzle",
                Description = "Bright enough for dusk in July, and quiet.",
                Points = 8,
                Priority = Priority.High,
                Tags = ["tech"],
                TakenBy = Author,
            },
            new Card { Title = "Write the programme notes", Points = 3, Tags = ["print", "programme"] });
        AddLane(board, "Done", null,
            new Card { Title = "Permission for the meadow", Points = 3, Done = true, Tags = ["town hall"] },
            new Card { Title = "Pick twelve films", Points = 5, Done = true, Tags = ["programme"] });
    }

    private static void AddLane(Board board, string title, int? limit, params Card[] cards)
    {
        Lane lane = board.Lanes.Add(new Lane { Title = title, Limit = limit });
        foreach (Card card in cards)
        {
            card.CreatedBy = Author;
            lane.Cards.Add(card);
        }
    }
}
