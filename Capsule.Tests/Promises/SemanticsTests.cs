using System.Reflection;
using System.Text.RegularExpressions;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.Promises;

/// <summary>Whether what docs/semantics.md promises is what tests hold.</summary>
[TestFixture]
internal sealed partial class SemanticsTests
{
    private static readonly int[] Promised = [.. Sentence().Matches(Repository.Read("docs/semantics.md")).Select(static sentence => int.Parse(sentence.Groups[1].ValueSpan, null))];

    private static readonly int[] Held =
    [
        .. typeof(SemanticsTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .SelectMany(static method => method.GetCustomAttributes<PromiseAttribute>())
            .Select(static promise => promise.Number),
        .. FaultyClient.Promises,
    ];

    [Test]
    public void The_promises_are_numbered_one_by_one()
    {
        Assert.That(Promised, Has.Length.GreaterThanOrEqualTo(25));
        Assert.That(Promised, Is.EqualTo(Enumerable.Range(1, Promised.Length)));
    }

    [Test]
    public void Each_is_held_by_a_test() => Assert.That(Promised.Except(Held), Is.Empty);

    [Test]
    public void No_test_holds_one_that_is_not_there() => Assert.That(Held.Except(Promised), Is.Empty);

    [Test]
    public void For_each_there_is_a_mistake_that_breaks_it() =>
        Assert.That(PromiseFaults.OnServer.Concat(PromiseFaults.InClient).Select(static mistake => mistake.Promise).Distinct(), Is.EquivalentTo(Promised));

    [GeneratedRegex(@"^(\d+)\. \S", RegexOptions.Multiline)]
    private static partial Regex Sentence();
}
