using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

public class PlacementTests
{
    private static readonly ModelId Sibling = ModelId.Parse("01981d45-ebca-7f6f-a9d9-dde573f778aa");

    [Test]
    public void The_sibling_wins_over_the_index() => Assert.That(Placement.InFrontOf(Sibling, 0).Resolve(5, 3), Is.EqualTo(3));

    [Test]
    public void The_index_counts_if_the_sibling_is_gone() => Assert.That(Placement.InFrontOf(Sibling, 2).Resolve(5, -1), Is.EqualTo(2));

    [Test]
    public void The_end_counts_if_the_sibling_is_gone_and_no_index_was_said() => Assert.That(Placement.InFrontOf(Sibling).Resolve(5, -1), Is.EqualTo(5));

    [Test]
    public void The_end_wins_over_the_index() => Assert.That(Placement.Last(1).Resolve(5, -1), Is.EqualTo(5));

    [TestCase(-7, 0)]
    [TestCase(0, 0)]
    [TestCase(5, 5)]
    [TestCase(99, 5)]
    public void An_index_is_clamped(int index, int expected) => Assert.That(Placement.At(index).Resolve(5, -1), Is.EqualTo(expected));

    [Test]
    public void Nothing_said_is_the_end() => Assert.That(default(Placement).Resolve(5, -1), Is.EqualTo(5));
}
