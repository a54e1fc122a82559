using Capsule.Tests.Faults;

namespace Capsule.Tests.Concurrency;

/// <summary>Exploring finds what could be wrong with the host's concurrency: each fault within a thousand schedules.</summary>
[Parallelizable(ParallelScope.Children)]
public class ExplorationFaultTests
{
    public static IEnumerable<PlantedFault> Faults => ExplorationFaults.All.Keys;

    [TestCaseSource(nameof(Faults))]
    public void Found(PlantedFault fault)
    {
        object? found = FaultyRuntime.RunControlled(fault, typeof(Exploration), nameof(Exploration.FirstFailure), ExplorationFaults.All[fault], 0, 1_000);

        Assert.That(found, Is.Not.Null, "a thousand schedules did not find it");
        TestContext.Out.WriteLine(found);
    }
}
