using System.Reflection;
using System.Text.RegularExpressions;

namespace Capsule.Tests.Documentation;

/// <summary>Whether the threat model tells of the tests that there are.</summary>
[TestFixture]
internal sealed partial class ThreatModelTests
{
    private static readonly string[] Named =
        [.. TestName().Matches(Repository.Read("docs/threat-model.md")).Select(name => name.Groups["test"].Value).Distinct()];

    private static IEnumerable<MemberInfo> Tests => typeof(ThreatModelTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttributes().Any(attribute => attribute is TestAttribute or TestCaseAttribute or TestCaseSourceAttribute));

    [Test]
    public void Every_test_that_it_names_exists() => Assert.That(Named, Is.Not.Empty.And.SubsetOf(Tests.Select(NameOf)));

    [Test]
    public void Every_attack_is_in_it()
    {
        IEnumerable<string> attacks = Tests.Where(test => test.DeclaringType!.Namespace == typeof(Attacks.Siege).Namespace).Select(NameOf);

        Assert.That(attacks, Is.Not.Empty.And.SubsetOf(Named));
    }

    private static string NameOf(MemberInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";

    [GeneratedRegex(@"`(?<test>\w+Tests\.\w+)`")]
    private static partial Regex TestName();
}
