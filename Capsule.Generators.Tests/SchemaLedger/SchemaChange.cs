namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>A change of the members of a card, and what comes of it.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Before">The members as they were deployed.</param>
/// <param name="After">The members as they are.</param>
/// <param name="Outcome">What comes of it.</param>
public sealed record SchemaChange(string Name, string Before, string After, Outcome Outcome)
{
    /// <summary>The diagnostic of a change that breaks something.</summary>
    public string? Diagnostic { get; init; }

    public override string ToString() => Name;
}

/// <summary>What comes of a change.</summary>
public enum Outcome
{
    /// <summary>Clients cannot tell.</summary>
    Unseen,

    /// <summary>Deployed clients go on.</summary>
    Kept,

    /// <summary>Stored data are kept, and deployed clients have to load the new mirror.</summary>
    Reload,

    /// <summary>It is an error until it is accepted.</summary>
    Broken,
}
