namespace Capsule.Tests.Access.Seeing;

public class CourtCasesTests
{
    /// <summary>A failing one is run again with its seed: <c>CourtCase.RunAsync(seed)</c>.</summary>
    [Test]
    [Promise(11, TakesTime = true)]
    [Promise(18, TakesTime = true)]
    public void Each_visitor_has_what_the_oracle_says_and_no_byte_more([Values(0, 1)] int half)
    {
        const int Cases = 2_500;
        int first = half * Cases;
        int resumed = 0;
        int renewed = 0;
        for (int seed = first; seed < first + Cases; seed++)
        {
            CourtOutcome outcome = CourtCase.RunAsync(seed).GetAwaiter().GetResult();
            Assert.That(outcome.Failure, Is.Null);
            resumed += outcome.Resumed;
            renewed += outcome.Renewed;
        }

        TestContext.Out.WriteLine($"{resumed} resumed, {renewed} renewed");
        Assert.That(new[] { resumed, renewed }, Has.All.GreaterThan(Cases / 10), "or else they prove little");
    }
}
