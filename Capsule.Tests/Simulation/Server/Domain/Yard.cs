namespace Capsule.Tests.Simulation;

/// <summary>What the simulated work on together. Hardly anybody sees the same of it, and what is done twice shows.</summary>
[CapsuleModel]
public partial class Yard
{
    [ClientEditable]
    public partial string Title { get; set; }

    /// <summary>Counts up by amounts of which each is asked for once.</summary>
    [ClientEditable]
    public partial long Total { get; set; }

    [ClientEditable(Roles = "staff"), VisibleTo(Roles = "staff")]
    public partial string Memo { get; set; }

    /// <summary>The stamps that were given, in their order. No client sees it.</summary>
    [ServerOnly]
    public partial IReadOnlyList<string> Ledger { get; set; }

    [ClientEditable, Reference]
    public partial Crate? Best { get; set; }

    [ChildCollection]
    public partial ModelCollection<Bay> Bays { get; }

    [ChildCollection, VisibleTo(Roles = "staff")]
    public partial ModelCollection<Crate> Cellar { get; }

    /// <summary>Puts a mark into the ledger.</summary>
    [Exposed]
    public int Stamp(string mark)
    {
        Ledger = [.. Ledger, mark];
        return Ledger.Count;
    }

    /// <summary>Makes a bay with a crate, with ids of the server's.</summary>
    [Exposed]
    public string Build(string mark)
    {
        Stamp(mark);
        Bay bay = Bays.Add(new Bay { Name = mark, IsOpen = true });
        bay.Crates.Add(new Crate { Label = mark });
        return bay.Id.ToString();
    }

    /// <summary>Does much, and then throws.</summary>
    [Exposed]
    public void Collapse(string mark)
    {
        Stamp(mark);
        Title = mark;
        Total += 1_000_000_000_000;
        Cellar.Add(new Crate { Label = mark });
        Bays.Add(new Bay { Name = mark });
        throw new InvalidOperationException(mark);
    }

    /// <summary>Waits, and then stamps: outside of any turn.</summary>
    [Exposed]
    public static async Task<int> Deliver(TreeHandle<Yard> yard, string mark, int seconds, [FromServices] TimeProvider time, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellation);
        return await yard.Root.StampAsync(mark, cancellation);
    }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

    protected override bool CanEdit(CapsuleUser user) => user.Is("staff") || user.Is("member");
}
