using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Computed;

/// <summary>Which values may be computed from the same values of other models?</summary>
public sealed class CircleTests
{
    [TestCase("Points + Cards.Sum(card => card.Total)", false, TestName = "Of those below")]
    [TestCase("Points + (Before?.Points ?? 0) + Cards.Sum(card => card.Total)", false, TestName = "Of those below, beside what is stored in another")]
    [TestCase("(Before != null && Before.Points > 0 ? 1 : 0) + Cards.Sum(card => card.Total)", false, TestName = "Of those below, beside whether there is another")]
    [TestCase("Before is null ? 0 : Before.Twice + Cards.Sum(card => card.Total)", true, TestName = "Beside another value that is computed of another")]
    [TestCase("Before == null ? 0 : Before.Total", true, TestName = "Of another")]
    [TestCase("Before == null ? 0 : Before.Cards.Sum(card => card.Total)", true, TestName = "Of those below another")]
    [TestCase("Indirect", true, TestName = "Of another, by a second value")]
    public void A_circle_is_one_that_can_lead_back(string expression, bool isCircle)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using System.Linq;
            [CapsuleModel] public partial class Card
            {
                public partial int Points { get; set; }
                [ChildCollection] public partial ModelCollection<Card> Cards { get; }
                [Reference] public partial Card? Before { get; set; }
                [Computed] public int Twice => Points * 2;
                [Computed] public int Indirect => Before == null ? 0 : Before.Total;
                [Computed] public int Total => {{expression}};
            }
            """);

        Assert.That(Analysis.ByOurs(run.Output).Any(one => one.Id == "CAP0043" && one.GetMessage(null).StartsWith("'Total'", StringComparison.Ordinal)), Is.EqualTo(isCircle));
    }
}
