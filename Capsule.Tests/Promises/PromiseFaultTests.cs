using Capsule.Tests.Faults;

namespace Capsule.Tests.Promises;

/// <summary>With a mistake that breaks a promise, the tests that hold it fail.</summary>
[Parallelizable(ParallelScope.Children)]
public class PromiseFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private static IEnumerable<TestCaseData> OnServer => FirstOfEach(PromiseFaults.OnServer);

    private static IEnumerable<TestCaseData> InClient => FirstOfEach(PromiseFaults.InClient);

    /// <summary>One mistake for each promise does for each day; to compile and run with them takes long.</summary>
    private static IEnumerable<TestCaseData> FirstOfEach(IEnumerable<PromiseFault> mistakes)
    {
        var broken = new HashSet<int>();
        foreach (PromiseFault mistake in mistakes)
        {
            var data = new TestCaseData(mistake);
            yield return broken.Add(mistake.Promise) ? data : data.SetCategory("Long");
        }
    }

    [TestCaseSource(nameof(OnServer))]
    public void A_mistake_on_the_server_is_found(PromiseFault mistake)
    {
        (int passed, string? failure) = ((int, string?))FaultyRuntime.Run(mistake.Fault, typeof(PromiseRun), nameof(PromiseRun.UntilOneFails), mistake.Promise, Patience)!;

        Assert.That(failure, Is.Not.Null, $"{passed} tests passed");
        TestContext.Out.WriteLine(failure);
    }

    [TestCaseSource(nameof(InClient))]
    public async Task A_mistake_in_the_client_is_found(PromiseFault mistake)
    {
        (int passed, int failed, string said) = await FaultyClient.UntilOneFailsAsync($"{mistake.Promise}", mistake.Fault);

        Assert.That(failed, Is.Positive, $"{passed} tests passed\n{said}");
    }

    [Test]
    public void Without_a_mistake_those_of_the_server_pass()
    {
        int[] promises = [.. PromiseFaults.OnServer.Select(static mistake => mistake.Promise).Distinct()];

        Assert.That(FaultyRuntime.Run(null, typeof(PromiseRun), nameof(PromiseRun.NotHeld), promises, Patience), Is.Empty);
    }

    [Test]
    public async Task Without_a_mistake_those_of_the_client_pass()
    {
        (int passed, int failed, string said) = await FaultyClient.UntilOneFailsAsync($"({string.Join('|', PromiseFaults.InClient.Select(static mistake => mistake.Promise).Distinct())})", null);

        Assert.That(failed, Is.Zero, said);
        Assert.That(passed, Is.GreaterThanOrEqualTo(PromiseFaults.InClient.Count));
    }
}
