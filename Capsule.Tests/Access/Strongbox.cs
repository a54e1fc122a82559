namespace Capsule.Tests.Access;

/// <summary>Rules of every kind, each decided by what a test says.</summary>
[CapsuleModel]
public partial class Strongbox
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ChildModel]
    public partial Lid Lid { get; }

    [ChildCollection]
    public partial ModelCollection<Drawer> Drawers { get; }

    [ChildCollection]
    public partial ModelCollection<Drawer> Sealed { get; }

#pragma warning disable CAP0063 // What the test says and hears is no part of the model.
    internal Func<CapsuleUser, bool> Edit { get; set; } = _ => true;

    internal List<string> Asked { get; } = [];
#pragma warning restore CAP0063

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

    protected override bool CanEdit(CapsuleUser user) => Edit(user);

    protected override bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item)
    {
        Asked.Add($"add {((Drawer)item).Label} to {collection.Name} at {collection.IndexOf(item)}");
        return collection != Sealed && user.Is("keeper");
    }

    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item)
    {
        Asked.Add($"move {((Drawer)item).Label} {collection.Name}");
        return collection != Sealed && user.Is("keeper");
    }
}

[CapsuleModel]
public partial class Drawer
{
    [ClientEditable]
    public partial string Label { get; set; }

    [ChildCollection]
    public partial ModelCollection<Coin> Coins { get; }

    [ChildModel]
    public partial Lid Lid { get; }

    protected override bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) =>
        ((Coin)item).Value < 100 && Ancestor<Strongbox>()!.Tree.Root == Parent;

    protected override bool CanRemove(CapsuleUser user) => throw new InvalidOperationException($"the drawer {Label} jams");
}

[CapsuleModel]
public partial class Coin
{
    [ClientEditable]
    public partial int Value { get; set; }

    public partial string Owner { get; set; } = "nobody";
}

[CapsuleModel]
public partial class Lid
{
    [ClientEditable]
    public partial bool IsOpen { get; set; }

    public partial int Scratches { get; set; }

    [Exposed]
    public string Open(string how, int times, Models.Mood? mood, IReadOnlyList<string> words, TurnContext turn)
    {
        IsOpen = true;
        return $"{how} {times} {mood} {string.Join('+', words)} {turn.User}";
    }

    [Exposed]
    public void Break()
    {
        Scratches++;
        throw new InvalidOperationException("a secret of the server");
    }

    [Exposed]
    public void Refuse() => throw new CapsuleException(ErrorCode.Conflict, "The lid is open already.", "isOpen");
}
