namespace Capsule.Tests.Client;

public enum Genre
{
    Novel,
    PlainVerse,
    Essay,
}

/// <summary>Has an attribute of every type, and of each that can be null; and methods that give back what they get.</summary>
[CapsuleModel]
public partial class Book
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    [ClientEditable]
    public partial string? Subtitle { get; set; }

    [ClientEditable]
    public partial bool Lent { get; set; } = true;

    [ClientEditable]
    public partial bool? Bound { get; set; }

    [ClientEditable]
    public partial int Pages { get; set; } = 7;

    [ClientEditable]
    public partial int? Edition { get; set; }

    [ClientEditable]
    public partial double Weight { get; set; } = 0.5;

    [ClientEditable]
    public partial double? Price { get; set; }

    [ClientEditable]
    public partial Guid Owner { get; set; }

    [ClientEditable]
    public partial Guid? Borrower { get; set; }

    [ClientEditable]
    public partial DateTimeOffset Published { get; set; }

    [ClientEditable]
    public partial DateTimeOffset? DueAt { get; set; }

    [ClientEditable]
    public partial Genre Genre { get; set; } = Genre.Essay;

    [ClientEditable]
    public partial Genre? Sequel { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> Tags { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string>? Quotes { get; set; }

    /// <summary>The server's own.</summary>
    public partial int Stamps { get; set; }

    [ServerOnly]
    public partial string? Provenance { get; set; }

    [ChildCollection]
    public partial ModelCollection<Mark> Marks { get; }

    [Exposed]
    public int Stamp(int times)
    {
        Stamps += times;
        Provenance = $"stamped {Stamps} times";
        return Stamps;
    }

    [Exposed]
    public string EchoTwice(string value, string? between = " and ") => value + between + value;

    [Exposed]
    public double EchoDouble(double value) => value;

    [Exposed]
    public string? EchoText(string? value) => value;

    [Exposed]
    public DateTimeOffset? EchoDate(DateTimeOffset? value) => value;

    [Exposed]
    public Genre? EchoGenre(Genre? value) => value;

    [Exposed]
    public IReadOnlyList<string> EchoTexts(IReadOnlyList<string> value) => value;

    [Exposed]
    public Guid EchoGuid(Guid value) => value;

    [Exposed]
    public bool? EchoBool(bool? value) => value;

    /// <summary>Gives each attribute a value that is far out: what the server writes has to be what the client reads.</summary>
    [Exposed]
    public void GoToExtremes()
    {
        Title = "🦊 \"quoted\" \\ \u2028\u2029 \u0000\u001f <&'> é e\u0301 \uFEFF \uE000";
        Subtitle = "";
        Pages = int.MinValue;
        Edition = int.MaxValue;
        Weight = double.Epsilon;
        Price = -0.0;
        Owner = Guid.Empty;
        Borrower = new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff");
        Published = DateTimeOffset.MinValue;
        DueAt = new DateTimeOffset(2025, 7, 18, 9, 30, 0, TimeSpan.FromMinutes(-210)).AddTicks(1_234_567);
        Genre = Genre.PlainVerse;
        Sequel = Genre.Novel;
        Tags = ["", "🦊", "a,b"];
        Quotes = [];
    }
}
