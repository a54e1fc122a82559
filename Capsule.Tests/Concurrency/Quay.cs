namespace Capsule.Tests.Concurrency;

/// <summary>A root with everything that happens at its own time: hooks, calls that wait, calls that are due, what goes with its session, and what not everybody sees.</summary>
[CapsuleModel]
public partial class Quay
{
    public partial IReadOnlyList<string> Present { get; set; }

    [VisibleTo(nameof(IsMaster))]
    public partial string? Manifest { get; set; }

    [ChildCollection]
    public partial ModelCollection<Crate> Crates { get; }

    [ChildCollection, SessionOwned]
    public partial ModelCollection<Rope> Ropes { get; }

    [Exposed]
    public void Land(string what)
    {
        Crates.Add(new Crate { Label = what });
        Manifest = what;
    }

    [Exposed]
    public void Moor() => Ropes.Add(new Rope());

    [Exposed]
    public static ValueTask Ferry(TreeHandle<Quay> tree, ModelId id, string what, CancellationToken cancellation) => SteppedTask.Of(FerryAsync(tree, id, what, cancellation));

    private static async Task FerryAsync(TreeHandle<Quay> tree, ModelId id, string what, CancellationToken cancellation)
    {
        await Task.Yield();
        await tree.Model<Quay>(id).LandAsync(what, cancellation);
    }

    [ServerCallable]
    public void Expect(DateTimeOffset due, string what) => Tree.Schedule(due, this, quay => quay.LandAsync(what));

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated && !user.Is("banned");

    protected override bool CanEdit(CapsuleUser user) => true;

    protected override void OnJoined(CapsuleSession session) => Present = [.. Present, session.User.Name!];

    protected override void OnLeft(CapsuleSession session)
    {
        List<string> present = [.. Present];
        present.Remove(session.User.Name!);
        Present = present;
    }

    private static bool IsMaster(CapsuleUser user) => user.Is("master");
}

/// <summary>What was landed.</summary>
[CapsuleModel]
public partial class Crate
{
    public partial string Label { get; set; }
}

/// <summary>What holds a ship as long as it is there.</summary>
[CapsuleModel]
public partial class Rope
{
    public partial int Length { get; set; }
}
