using System.Reflection;
using System.Text.Json;
using Capsule.Tests.Mirrors;

namespace Capsule.Tests.Computed;

/// <summary>What a computed value comes to in C# it comes to in the browser, and where it fails it fails on both sides.</summary>
public sealed class EvaluationTests
{
    private const int Instances = 200;

    /// <summary>Put the seed of a failure here to have it again.</summary>
    private static readonly int Seed = Environment.TickCount;

    private readonly List<Binder> _binders = [];
    private Dictionary<string, string>[] _answers = [];

    [OneTimeSetUp]
    public void Ask()
    {
        TestContext.Out.WriteLine($"Seed {Seed}");
        var random = new Random(Seed);
        _binders.AddRange(Enumerable.Range(0, Instances).Select(_ => RandomFolios.Draw(random)));
        _answers = MirrorProcess.Ask<Dictionary<string, string>[]>(
            "Computed/evaluate.mjs", [typeof(Binder), typeof(Folio), typeof(Jacket), typeof(Line), typeof(Insert), typeof(Slip), typeof(Tab), typeof(Divider)], _binders.Select(binder => new { root = "Binder", app = binder.Xport(), path = new[] { "folios" } }));
    }

    [TestCaseSource(nameof(Names))]
    public void It_comes_to_the_same(string name)
    {
        PropertyInfo property = typeof(Folio).GetProperty(name)!;
        int values = 0;
        for (int index = 0; index < Instances; index++)
        {
            Outcome expected = Outcome.Of(() => property.GetValue(_binders[index].Folios[0]));
            string answer = _answers[index][JsonNamingPolicy.CamelCase.ConvertName(name)];
            Assert.That(expected.IsMetBy(answer), Is.True, () => $"seed {Seed}, instance {index}: {expected} in C#, {answer} in the browser\n{_binders[index].Xport()}");
            values += expected.Failure is null ? 1 : 0;
        }

        Assert.That(values, Is.Positive, "It always fails, which says little.");
    }

    [Test]
    public void The_table_is_long_enough() => Assert.That(Names().Count(), Is.GreaterThanOrEqualTo(80));

    private static IEnumerable<string> Names() =>
        typeof(Folio).GetProperties().Where(property => property.IsDefined(typeof(ComputedAttribute))).Select(property => property.Name);
}
