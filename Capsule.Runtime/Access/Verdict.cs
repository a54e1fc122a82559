using Capsule.Protocol;

namespace Capsule;

/// <summary>What came of what a user asked for. Immutable.</summary>
public sealed record Verdict
{
    private Verdict(ProtocolError? error, IReadOnlyList<RawJson> results)
    {
        Error = error;
        Results = results;
    }

    /// <summary>True if all of it was done; false if nothing was.</summary>
    public bool IsApplied => Error is null;

    /// <summary>Why not; null if it was done.</summary>
    public ProtocolError? Error { get; }

    /// <summary>One JSON value for each op that was done: a method's result, else null.</summary>
    public IReadOnlyList<RawJson> Results { get; }

    /// <summary>It was done.</summary>
    public static Verdict Applied(IReadOnlyList<RawJson> results) => new(null, results);

    /// <summary>Nothing was done.</summary>
    public static Verdict Refused(ProtocolError error) => new(error, []);
}
