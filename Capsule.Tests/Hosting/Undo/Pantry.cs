namespace Capsule.Tests.Hosting.Undo;

/// <summary>A root with everything that can be taken back: attributes of both sorts, references, radios, items that move, a child that comes and goes.</summary>
[CapsuleModel]
public partial class Pantry
{
    [ClientEditable]
    public partial string Name { get; set; } = "Pantry";

    [ClientEditable, Reference]
    public partial Jar? Favourite { get; set; }

    [ServerOnly]
    public partial int Stirred { get; set; }

    [ClientEditable]
    public partial bool IsClosed { get; set; }

    [ChildModel]
    public partial Lamp? Lamp { get; set; }

    [ChildCollection]
    public partial ModelCollection<Rack> Racks { get; }

    [Computed(OnServer = true)]
    public int Total => Racks.Sum(rack => rack.Jars.Sum(jar => jar.Grams));

    /// <summary>Turns everything upside down.</summary>
    [Exposed]
    public void Stir(TurnContext turn)
    {
        Stirred++;
        Lamp = Lamp is null ? new Lamp { Watts = Stirred } : null;
        foreach (Rack rack in Racks)
        {
            rack.Label += "!";
            if (rack.Jars.Count > 1)
            {
                rack.Jars.Move(rack.Jars[0], rack.Jars.Count - 1);
            }
        }

        if (Racks.Count > 1)
        {
            Rack last = Racks[^1];
            Racks[0].Jars.Add(new Jar { Label = "new", Chosen = true });
            if (last.Jars.Count > 0)
            {
                Racks[0].Jars.Move(last.Jars[0], 0);
            }

            if (last.Jars.Count > 0)
            {
                last.Jars.Remove(last.Jars[0]);
            }

            Racks.Remove(last);
        }
    }

    /// <summary>Moves a jar through a rack that comes and goes.</summary>
    [Exposed]
    public void Carry(TurnContext turn)
    {
        Rack passing = Racks.Insert(0, new Rack { Label = "passing" });
        passing.Jars.Add(new Jar { Label = "passing" });
        foreach (Rack rack in Racks.Skip(1).Take(2).Where(rack => rack.Jars.Count > 0).ToArray())
        {
            passing.Jars.Move(rack.Jars[0], 0);
        }

        passing.Jars.Remove(passing.Jars[^1]);
        if (passing.Jars.Count > 0 && Racks.Count > 1)
        {
            Racks[1].Jars.Move(passing.Jars[0], Racks[1].Jars.Count);
        }

        Racks.Remove(passing);
    }

    [Exposed]
    public static Task WaitAsync(TreeHandle<Pantry> tree, ModelId id) => Task.CompletedTask;

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => user.Is("member") && (!IsClosed || user.Is("keeper"));
}

[CapsuleModel]
public partial class Rack
{
    [ClientEditable]
    public partial string Label { get; set; }

    [ClientEditable]
    public partial bool IsSecret { get; set; }

    [ChildCollection]
    public partial ModelCollection<Jar> Jars { get; }

    protected override bool CanRead(CapsuleUser user) => !IsSecret || user.Is("keeper");
}

[CapsuleModel]
public partial class Jar
{
    [ClientEditable]
    public partial string Label { get; set; }

    [ClientEditable]
    public partial int Grams { get; set; }

    [ClientEditable, Radio]
    public partial bool Chosen { get; set; }

    [ClientEditable, Immutable]
    public partial string? Made { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> Tags { get; set; }

    [ClientEditable, Reference]
    public partial Jar? Lid { get; set; }
}

[CapsuleModel]
public partial class Lamp
{
    public partial int Watts { get; set; }
}
