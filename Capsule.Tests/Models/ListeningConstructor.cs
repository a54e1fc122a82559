namespace Capsule.Tests.Models;

/// <summary>Models whose constructors do what constructors do: listen to themselves and put something in.</summary>
[CapsuleModel]
public partial class Counted
{
    public Counted()
    {
        On(nameof(Value), _ => Changes++);
        Parts!.Add(new Part { Name = "made by the constructor" });
    }

    public partial int Value { get; set; }

    public partial int Changes { get; set; }

    [ChildModel]
    public partial Part Main { get; }

    [ChildCollection]
    public partial ModelCollection<Part> Parts { get; }

    [ChildCollection]
    public partial ModelCollection<Counted> Nested { get; }
}

[CapsuleModel]
public partial class Part
{
    public Part() => Changed += _ => Heard++;

#pragma warning disable CAP0063 // What the test hears is no part of the model.
    internal int Heard { get; private set; }
#pragma warning restore CAP0063

    public partial string Name { get; set; }
}
