namespace Capsule.Tests.Access.Seeing;

public class CourtCasesTests
{
    /// <summary>A failing one is run again with its seed: <c>CourtCase.RunAsync(seed)</c>.</summary>
    [Test]
    public void Each_visitor_has_what_the_oracle_says_and_no_byte_more([Values(0, 1)] int half)
    {
        const int Cases = 2_500;
        int first = half * Cases;
        for (int seed = first; seed < first + Cases; seed++)
        {
            Assert.That(CourtCase.RunAsync(seed).GetAwaiter().GetResult(), Is.Null);
        }
    }
}
