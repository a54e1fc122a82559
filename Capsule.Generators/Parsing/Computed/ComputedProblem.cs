namespace Capsule.Generators.Parsing.Computed;

/// <summary>What can be wrong with a computed value.</summary>
internal enum ComputedProblem
{
    /// <summary>An expression that is not translated.</summary>
    Outside,

    /// <summary>The property is none that computes.</summary>
    Shape,

    /// <summary>The value cannot go over the wire.</summary>
    Type,

    /// <summary>It reads what clients must not know.</summary>
    Secret,

    /// <summary>It depends on itself.</summary>
    Circle,

    /// <summary>C# does not know the expression either, and reports it.</summary>
    Unknown,
}
