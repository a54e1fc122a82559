using System.Text.RegularExpressions;
using Capsule.Generators.Emitting.TypeScript;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>The TypeScript compiler, at its strictest, accepts the mirrors and their use, and refuses each misuse at its line.</summary>
[TestFixture("TypeScript")]
[TestFixture("Declarations")]
public sealed partial class MirrorTypeTests(string form)
{
    private IReadOnlyList<string> _errors = [];

    [OneTimeSetUp]
    public void Compile()
    {
        using var workspace = new MirrorWorkspace();
        if (form == "TypeScript")
        {
            workspace.WriteModules(".ts", Mirror.WriteTypeScript);
        }
        else
        {
            workspace.WriteModules(".d.ts", Mirror.WriteDeclarations);
        }

        workspace.Copy("Use");
        workspace.Copy("Misuse");
        _errors = [.. workspace.CheckTypes().Where(line => InFolder().IsMatch(line))];
    }

    [Test]
    public void Mirrors_and_their_use_are_accepted() => Assert.That(_errors.Where(error => !Misuses().Any(file => error.StartsWith(file, StringComparison.Ordinal))), Is.Empty);

    [TestCaseSource(nameof(Misuses))]
    public void A_misuse_is_refused_at_its_line(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(MirrorWorkspace.Here(), "Misuse", file));
        int line = Array.FindIndex(lines, text => Expected().IsMatch(text));
        string code = Expected().Match(lines[line]).Groups["code"].Value;
        string[] found = [.. _errors.Where(error => error.StartsWith(file, StringComparison.Ordinal))];
        Assert.That(found, Has.Length.EqualTo(1));
        Assert.That(found[0], Does.Match($@"^{Regex.Escape(file)}\({line + 1},\d+\): error {code}: "));
    }

    private static IEnumerable<string> Misuses() => Directory.GetFiles(Path.Combine(MirrorWorkspace.Here(), "Misuse")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The client's own sources lie elsewhere, and have tests of their own.</summary>
    [GeneratedRegex(@"^[\w.]+\(\d+,\d+\): error ")]
    private static partial Regex InFolder();

    [GeneratedRegex("// error (?<code>TS[0-9]+)$")]
    private static partial Regex Expected();
}
