namespace Capsule.Tests.Hosting;

/// <summary>A root that changes itself in answer to changes.</summary>
[CapsuleModel]
public partial class Tally
{
    public Tally() => On(nameof(Value), _ => Changes++);

    public partial int Value { get; set; }

    /// <summary>How often <see cref="Value"/> changed.</summary>
    public partial int Changes { get; set; }
}
