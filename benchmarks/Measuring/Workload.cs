namespace Capsule.Benchmarks.Measuring;

/// <summary>Something to be timed.</summary>
/// <param name="Name">What does it.</param>
/// <param name="Operations">How many operations one pass is: what is told is the cost of one.</param>
/// <param name="Pass">The timed part.</param>
internal sealed record Workload(string Name, int Operations, Action Pass)
{
    /// <summary>Untimed, before each pass.</summary>
    public Action Before { get; init; } = static () => { };

    /// <summary>Untimed, after each pass.</summary>
    public Action After { get; init; } = static () => { };
}
