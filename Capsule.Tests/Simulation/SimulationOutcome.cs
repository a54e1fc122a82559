using System.Text.Json;

namespace Capsule.Tests.Simulation;

/// <summary>What came of a run.</summary>
/// <param name="Scenarios">How many were run.</param>
/// <param name="Failed">The names of those that failed.</param>
/// <param name="Output">All that was said.</param>
internal sealed record SimulationOutcome(int Scenarios, IReadOnlyList<string> Failed, string Output)
{
    /// <summary>The last line has it.</summary>
    public static SimulationOutcome Read(string output)
    {
        string last = output.Trim().Split('\n')[^1];
        Assert.That(last, Does.StartWith("{\"scenarios\""), output);
        return JsonSerializer.Deserialize<SimulationOutcome>(last, JsonSerializerOptions.Web)! with { Output = output };
    }
}
