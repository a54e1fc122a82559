namespace Capsule.Tests.Hosting.Schedule;

/// <summary>A root that closes when its time has come.</summary>
[CapsuleModel]
public partial class Auction
{
    public partial IReadOnlyList<string> Log { get; set; }

    [ChildCollection]
    public partial ModelCollection<Lot> Lots { get; }

    [ServerCallable]
    public void Note(string what, TurnContext turn) => Log = [.. Log, $"{what} {turn.Now:HH:mm}"];

    [ServerCallable]
    public void CloseAt(DateTimeOffset due, string what) => Tree.Schedule(due, this, auction => auction.NoteAsync(what));

    [Exposed]
    public void Plan(DateTimeOffset due, bool fails)
    {
        Tree.Schedule(due, this, auction => auction.NoteAsync("planned"));
        if (fails)
        {
            throw new InvalidOperationException("no plan");
        }
    }

    [ServerCallable]
    public void Throw()
    {
        Log = [.. Log, "half"];
        throw new InvalidOperationException("on purpose");
    }

    [ServerCallable]
    public static async Task FetchAsync(TreeHandle<Auction> tree, ModelId id, string what)
    {
        await Task.Yield();
        await tree.Model<Auction>(id).NoteAsync(what);
    }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Lot
{
    public partial bool IsSold { get; set; }

    [ServerCallable]
    public void Sell() => IsSold = true;
}
