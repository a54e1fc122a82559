using Capsule.Tests.Faults;

namespace Capsule.Tests.Concurrency;

/// <summary>The host under schedules that are chosen, and can be chosen again. See docs/concurrency.md.</summary>
[Parallelizable(ParallelScope.Children)]
public class ExplorationTests
{
    private const int Schedules = 200;

    public static IEnumerable<string> Names => Scenarios.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Explored(string scenario) => Assert.That(Explore(scenario, 0, Schedules), Is.Null);

    [TestCaseSource(nameof(Names)), Category("Long")]
    public void Explored_for_longer(string scenario) => Assert.That(Explore(scenario, Schedules, 50 * Schedules), Is.Null);

    /// <summary>Schedules beyond the first of each scenario that have found something.</summary>
    [TestCase("scheduled", 775)]
    public void Explored_again(string scenario, int seed) => Assert.That(Explore(scenario, seed, 1), Is.Null);

    [Test]
    public void A_seed_is_the_same_schedule_each_time() => Assert.Multiple(() =>
    {
        for (int seed = 0; seed < 6; seed++)
        {
            Assert.That(Story("failing", seed), Is.EqualTo(Story("failing", seed)));
        }

        Assert.That(Story("failing", 1), Is.Not.EqualTo(Story("failing", 2)));
    });

    /// <summary>Shows what happens under the seed that CAPSULE_SCHEDULE names, or under one of any.</summary>
    [Test]
    public void Replayed()
    {
        string[] named = (Environment.GetEnvironmentVariable("CAPSULE_SCHEDULE") ?? "closing:4").Split(':');
        (string scenario, string seed) = (named[0], named[1]);

        TestContext.Out.WriteLine(Story(scenario, int.Parse(seed)));
        Assert.That(Explore(scenario, int.Parse(seed), 1), Is.Null);
    }

    private static string Story(string scenario, int seed) =>
        (string)FaultyRuntime.RunControlled(null, typeof(Exploration), nameof(Exploration.Story), scenario, seed)!;

    private static object? Explore(string scenario, int first, int count) =>
        FaultyRuntime.RunControlled(null, typeof(Exploration), nameof(Exploration.FirstFailure), scenario, first, count);
}
