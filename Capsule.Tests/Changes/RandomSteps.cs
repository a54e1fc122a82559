using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

/// <summary>Changes a tree of folders at random, with what was removed kept at hand so that it can come back. The same seed does the same.</summary>
internal sealed partial class RandomSteps(Folder root, Random random)
{
    private readonly List<CapsuleModel> _detached = [];
    private readonly List<string> _log = [];
    private int _made;

    /// <summary>What was done, for the message of a test that fails.</summary>
    public string Log => string.Join("\n", _log);

    public Folder Root => root;

    /// <summary>Whether child models are replaced too.</summary>
    public bool ReplacesChildren { get; init; } = true;

    public Random Random => random;

    public void Do(int steps)
    {
        _there.Clear();
        _there.UnionWith(InTurns ? FolderTree.All(root) : []);
        for (int step = 0; step < steps; step++)
        {
            DoOne();
            Mend(root);
        }
    }

    public void StartTurn(int turn) => _log.Add($"-- turn {turn}");

    /// <summary>A new folder, with something in it now and then.</summary>
    public Folder NewFolder(int depth = 0)
    {
        var folder = new Folder { Title = $"f{++_made}", Size = random.Next(3) };
        for (int count = depth > 2 ? 0 : random.Next(3); count > 0; count--)
        {
            _ = random.Next(3) switch
            {
                0 => (CapsuleModel)folder.Folders.Add(NewFolder(depth + 1)),
                1 => folder.Sheets.Add(NewSheet()),
                _ => folder.Drafts.Add(NewSheet()),
            };
        }

        folder.Best = random.Next(2) == 0 ? folder.Sheets.FindByProperty(sheet => sheet.Top, false) : null;
        return folder;
    }

    private Sheet NewSheet() => new() { Text = $"s{++_made}" };

    private void DoOne()
    {
        switch (random.Next(18))
        {
            case 0 or 1 or 2:
                Set(Any());
                break;
            case 3 or 4:
                Add();
                break;
            case 5 or 6:
                Remove();
                break;
            case 7:
                AddAgain();
                break;
            case 8 or 9 or 10:
                Move();
                break;
            case 11 or 12 when ReplacesChildren:
                ReplaceChild();
                break;
            case 13 or 14 or 15 or 16:
                Refer(Any());
                break;
            default:
                ReplaceAll();
                break;
        }
    }

    private void ReplaceChild()
    {
        Folder folder = AnyFolder();
        switch (random.Next(4))
        {
            case 0:
                _log.Add($"no inner of {Name(folder)}");
                folder.Inner = null;
                break;
            case 1:
                folder.Back = new Cover { Color = $"back {++_made}" };
                _log.Add($"back {Name(folder.Back)} of {Name(folder)}");
                break;
            default:
                folder.Inner = NewFolder(depth: 1);
                _log.Add($"inner {Name(folder.Inner)} of {Name(folder)}");
                break;
        }
    }

    private void Set(CapsuleModel model)
    {
        int value = random.Next(3);
        _log.Add($"set {Name(model)} {value}");
        switch (model)
        {
            case Folder folder:
                SetOne(folder, value);
                break;
            case Sheet sheet when random.Next(2) == 0:
                sheet.Top = value != 0;
                break;
            case Sheet sheet when random.Next(2) == 0:
                sheet.Number = value;
                break;
            case Sheet sheet:
                sheet.Text = $"text {value}";
                break;
            case Cover cover:
                cover.Color = $"color {value}";
                break;
        }
    }

    private void SetOne(Folder folder, int value)
    {
        switch (random.Next(5))
        {
            case 0:
                folder.Size = value;
                break;
            case 1:
                folder.Weight = value == 0 ? null : value / 2.0;
                break;
            case 2:
                folder.Tags = [.. Enumerable.Repeat("tag", value)];
                break;
            case 3:
                folder.Secret = value == 0 ? null : $"secret {value}";
                break;
            default:
                folder.Title = $"title {value}";
                break;
        }
    }

    private void Add()
    {
        ModelCollection collection = AnyCollection();
        int index = random.Next(collection.Count + 1);
        CapsuleModel item = collection is ModelCollection<Folder> ? NewFolder() : NewSheet();
        _log.Add($"add {Name(item)} to {Name(collection)} at {index}");
        Insert(collection, index, item);
    }

    private void Remove()
    {
        if (AnyItem() is { } item)
        {
            _log.Add($"remove {Name(item)} from {Name(item.Collection!)}");
            Remove(item);
            _detached.Add(item);
        }
    }

    private void AddAgain()
    {
        _detached.RemoveAll(item => item.Collection is not null);
        if (_detached.Count == 0)
        {
            return;
        }

        CapsuleModel item = Pick(_detached);
        ModelCollection collection = AnyCollection(item);
        if (IsBelow(collection.Owner, item))
        {
            return;
        }

        Mend(item);
        int index = random.Next(collection.Count + 1);
        _log.Add($"add again {Name(item)} to {Name(collection)} at {index}");
        Insert(collection, index, item);
    }

    private void Move()
    {
        if (AnyItem() is not { } item)
        {
            return;
        }

        ModelCollection collection = random.Next(2) == 0 ? item.Collection! : AnyCollection(item);
        if (IsBelow(collection.Owner, item))
        {
            return;
        }

        int index = random.Next(-1, collection.Count + 2);
        _log.Add($"move {Name(item)} from {Name(item.Collection!)} to {Name(collection)} {index}");
        try
        {
            Move(collection, item, index);
        }
        catch (ArgumentException) when (IsOutside(item) || IsOutside(collection.Owner))
        {
            _log.Add("  (not in the same tree)");
        }
    }

    private void ReplaceAll()
    {
        ModelCollection collection = AnyCollection();
        if (IsOutside(collection.Owner))
        {
            return;
        }

        List<CapsuleModel> items = [.. FolderTree.Items(collection).Where(_ => random.Next(4) != 0)];
        if (AnyItem() is { } other && !IsOutside(other) && other.GetType() == ItemType(collection) && !items.Contains(other) && !IsBelow(collection.Owner, other))
        {
            items.Add(other);
        }

        if (random.Next(2) == 0)
        {
            items.Add(collection is ModelCollection<Folder> ? NewFolder() : NewSheet());
        }

        CapsuleModel[] wanted = [.. items];
        if (random.Next(2) == 0)
        {
            random.Shuffle(wanted);
        }

        _log.Add($"replace all of {Name(collection)} by {string.Join(' ', wanted.Select(Name))}");
        _detached.AddRange(FolderTree.Items(collection).Except(wanted));
        switch (collection)
        {
            case ModelCollection<Folder> folders:
                folders.ReplaceAll(wanted.Cast<Folder>());
                break;
            case ModelCollection<Sheet> sheets:
                sheets.ReplaceAll(wanted.Cast<Sheet>());
                break;
        }

        Assert.That(FolderTree.Items(collection), Is.EqualTo(wanted));
    }

    private static void Insert(ModelCollection collection, int index, CapsuleModel item)
    {
        _ = collection is ModelCollection<Folder> folders
            ? (CapsuleModel)folders.Insert(index, (Folder)item)
            : ((ModelCollection<Sheet>)collection).Insert(index, (Sheet)item);
    }

    private static void Remove(CapsuleModel item)
    {
        bool removed = item is Folder folder
            ? ((ModelCollection<Folder>)item.Collection!).Remove(folder)
            : ((ModelCollection<Sheet>)item.Collection!).Remove((Sheet)item);
        Assert.That(removed);
    }

    private static void Move(ModelCollection collection, CapsuleModel item, int index)
    {
        if (collection is ModelCollection<Folder> folders)
        {
            folders.Move((Folder)item, index);
        }
        else
        {
            ((ModelCollection<Sheet>)collection).Move((Sheet)item, index);
        }
    }

    private static Type ItemType(ModelCollection collection) => collection is ModelCollection<Folder> ? typeof(Folder) : typeof(Sheet);

    private static bool IsBelow(CapsuleModel model, CapsuleModel other)
    {
        CapsuleModel? above = model;
        while (above is not null && above != other)
        {
            above = above.Parent;
        }

        return above is not null;
    }

    private bool IsOutside(CapsuleModel model) => !IsBelow(model, root);

    /// <summary>A folder of the tree, or now and then of what was removed.</summary>
    private Folder AnyFolder()
    {
        List<Folder> outside = [.. _detached.OfType<Folder>().Where(IsOutside)];
        Folder top = outside.Count > 0 && random.Next(5) == 0 ? Pick(outside) : root;
        return Pick(FolderTree.Folders(top).ToList());
    }

    private CapsuleModel Any() => Pick(FolderTree.All(AnyFolder()).ToList());

    private CapsuleModel? AnyItem()
    {
        List<CapsuleModel> items = [.. FolderTree.Collections(AnyFolder()).SelectMany(FolderTree.Items)];
        return items.Count == 0 ? null : Pick(items);
    }

    private ModelCollection AnyCollection(CapsuleModel? item = null)
    {
        Folder folder = AnyFolder();
        return item switch
        {
            Folder => folder.Folders,
            Sheet => random.Next(2) == 0 ? folder.Sheets : folder.Drafts,
            _ => Pick(FolderTree.Collections(folder).ToList()),
        };
    }

    private T Pick<T>(List<T> among) => among[random.Next(among.Count)];

    private static string Name(CapsuleNode node) => node switch
    {
        Folder folder => $"folder {folder.Id.ToString()[^5..]}",
        ModelCollection collection => $"{collection.Name} of {Name(collection.Owner)}",
        CapsuleModel model => $"{model.GetType().Name.ToLowerInvariant()} {model.Id.ToString()[^5..]}",
        _ => "?",
    };
}
