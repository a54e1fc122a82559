namespace Capsule.Tests.Client;

/// <summary>A root with two collections of one type, three deep, that members change and viewers watch.</summary>
[CapsuleModel]
public partial class Library
{
    [ClientEditable]
    public partial string Title { get; set; } = "Library";

    /// <summary>Counts up, so that work that is done twice shows.</summary>
    [ClientEditable]
    public partial int Visits { get; set; }

    /// <summary>Who visited, in order. No client sees it.</summary>
    [ServerOnly]
    public partial IReadOnlyList<string> Ledger { get; set; }

    /// <summary>What is in the window.</summary>
    [ClientEditable, Reference]
    public partial Book? Featured { get; set; }

    [ChildModel]
    public partial Catalogue Catalogue { get; }

    /// <summary>A shelf that is not always there, nor always the same.</summary>
    [ChildModel]
    public partial Shelf? Annex { get; set; }

    [ChildCollection]
    public partial ModelCollection<Shelf> Shelves { get; }

    [ChildCollection]
    public partial ModelCollection<Shelf> Archive { get; }

    [Exposed]
    public int Visit(string visitor)
    {
        Ledger = [.. Ledger, visitor];
        return ++Visits;
    }

    [Exposed]
    public string Found(string title)
    {
        Shelf shelf = Shelves.Add(new Shelf { Title = title });
        shelf.Books.Add(new Book { Title = title });
        shelf.Books[0].Marks.Add(new Mark { Text = title });
        return shelf.Id.ToString();
    }

    [Exposed]
    public void Rebuild(string title, bool empty)
    {
        Annex = empty ? null : new Shelf { Title = title };
        Annex?.Books.Add(new Book { Title = title });
    }

    [Exposed]
    public void Burn()
    {
        Title = "Ashes";
        Shelves.RemoveAt(0);
        throw new InvalidOperationException("The fire brigade came.");
    }

    protected override bool CanRead(CapsuleUser user) => user.Is("member") || user.Is("viewer");

    protected override bool CanEdit(CapsuleUser user) => user.Is("member");
}

[CapsuleModel]
public partial class Catalogue
{
    [ClientEditable]
    public partial string Motto { get; set; } = "Silence";

    [ClientEditable]
    public partial bool? IsComplete { get; set; }
}

[CapsuleModel]
public partial class Shelf
{
    [ClientEditable]
    public partial string Title { get; set; }

    [ChildModel]
    public partial Catalogue Catalogue { get; }

    [ChildCollection]
    public partial ModelCollection<Book> Books { get; }

    /// <summary>How many pages its books have, by a rule that no client knows.</summary>
    [Computed(OnServer = true)]
    public long Weight
    {
        get
        {
            long pages = 0;
            foreach (Book book in Books)
            {
                pages += string.IsNullOrEmpty(book.Provenance) ? 0 : book.Pages;
            }

            return pages;
        }
    }

    [Computed]
    public bool IsHeavy => Weight > 100;
}

[CapsuleModel]
public partial class Mark
{
    [ClientEditable]
    public partial string Text { get; set; }

    [ClientEditable]
    public partial int Page { get; set; } = 1;

    /// <summary>The book that it speaks of.</summary>
    [ClientEditable, Reference]
    public partial Book? About { get; set; }
}
