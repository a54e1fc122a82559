using System.Globalization;
using Capsule.Tests.Documentation;
using Capsule.Tests.Faults;

namespace Capsule.Tests.Simulation;

/// <summary>A change is never lost and never doubled, whatever fails: <c>docs/reliability.md</c>.</summary>
[Parallelizable(ParallelScope.Children)]
public class SimulationTests
{
    /// <summary>CAPSULE_SIMULATION_SEED begins elsewhere, CAPSULE_SIMULATION_SCENARIOS runs more or less: with 1, exactly that one again.</summary>
    [Test]
    public Task Random_scenarios_end_well() => EndWell(Number("SEED", 1), Number("SCENARIOS", 200), TimeSpan.FromMinutes(6));

    [Test]
    [Category("Long")]
    public Task Many_random_scenarios_end_well() => EndWell(1_000_000, 2_000, TimeSpan.FromMinutes(20));

    [Test]
    public async Task Cases_that_failed_once_end_well()
    {
        string cases = Path.Combine(Repository.Root, "client", "test", "simulation", "cases.json");
        SimulationOutcome outcome = await new SimulationRun().With("cases", cases).RunAsync(TimeSpan.FromMinutes(3));

        Assert.That(outcome.Failed, Is.Empty, outcome.Output);
    }

    [Test]
    public async Task A_scenario_goes_the_same_way_again()
    {
        SimulationOutcome outcome = await new SimulationRun().Scenarios(500_000, 10).With("twice", true).RunAsync(TimeSpan.FromMinutes(3));

        Assert.That(outcome.Failed, Is.Empty, outcome.Output);
    }

    [Test]
    public async Task What_fails_is_made_small()
    {
        SimulationOutcome outcome = await new SimulationRun().Scenarios(1, 500).With("first", true).With("shrink", true)
            .ClientWith(SimulationFaultTests.InClient.First()).RunAsync(TimeSpan.FromMinutes(5));

        Assert.That(outcome.Failed, Has.Count.EqualTo(1));
        string small = outcome.Output.Split("For cases.json: ")[1].Split('\n')[0];
        Assert.That(small.Split("\"at\":"), Has.Length.LessThanOrEqualTo(1 + 8), small);
    }

    private static async Task EndWell(int seed, int scenarios, TimeSpan patience)
    {
        SimulationOutcome outcome = await new SimulationRun().Scenarios(seed, scenarios).With("shrink", true).RunAsync(patience);

        Assert.That(outcome.Failed, Is.Empty, outcome.Output);
        Assert.That(outcome.Scenarios, Is.EqualTo(scenarios));
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable($"CAPSULE_SIMULATION_{name}") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
