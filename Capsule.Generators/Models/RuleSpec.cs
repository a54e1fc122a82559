namespace Capsule.Generators.Models;

/// <summary>A validation rule of an attribute.</summary>
/// <param name="Kind">What it demands.</param>
/// <param name="Message">What is said where it is not kept.</param>
internal sealed record RuleSpec(RuleKind Kind, TextSpec Message)
{
    /// <summary>The least length, as digits.</summary>
    public string Minimum { get; init; } = "";

    /// <summary>The greatest length, as digits.</summary>
    public string Maximum { get; init; } = "";

    /// <summary>The type in which a value is compared with its bounds.</summary>
    public ValueKind ComparedIn { get; init; }

    /// <summary>The least value.</summary>
    public BoundSpec Lowest { get; init; } = new("", "");

    /// <summary>The greatest value.</summary>
    public BoundSpec Highest { get; init; } = new("", "");

    /// <summary>Whether the least value itself is too small.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Whether the greatest value itself is too great.</summary>
    public bool ExcludesMaximum { get; init; }

    /// <summary>Whether the bounds are integers, for which the value is rounded first.</summary>
    public bool Rounds { get; init; }

    /// <summary>Whether a text of white space will do.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The regular expression.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>How many milliseconds the regular expression may take.</summary>
    public int Timeout { get; init; }

    /// <summary>The code that makes an attribute of the application's own.</summary>
    public string Creation { get; init; } = "";
}
