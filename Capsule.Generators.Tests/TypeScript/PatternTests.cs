using Capsule.Generators.Emitting.TypeScript;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>Regular expressions go into the mirror only where .NET and JavaScript read them the same way.</summary>
public sealed class PatternTests
{
    [TestCase("[a-z0-9]{2,}", "[a-z0-9]{2,}")]
    [TestCase(@"\d+", @"\p{Nd}+")]
    [TestCase(@"[\w.-]+", @"[\p{L}\p{Mn}\p{Nd}\p{Pc}\.\-]+")]
    [TestCase("^a.$", @"^a[^\n](?=\n?$)")]
    [TestCase(@"a\@b", "a@b")]
    [TestCase("(?:ab|c)*?", "(?:ab|c)*?")]
    [TestCase("a]", @"a\]")]
    public void These_are_translated(string pattern, string expected) => Assert.That(PatternTranslator.Translate(pattern), Is.EqualTo(expected));

    [TestCase(@"\bword\b")]
    [TestCase(@"(a)\1")]
    [TestCase("(?<name>a)")]
    [TestCase("(?i)a")]
    [TestCase("(?<=a)b")]
    [TestCase("(?>a)b")]
    [TestCase("(a|)*")]
    [TestCase("(?=a)*")]
    [TestCase("a{,3}")]
    [TestCase("a{1}{2}")]
    [TestCase("[a-z-[b]]")]
    [TestCase("[]a]")]
    [TestCase(@"[\w-z]")]
    [TestCase(@"[\W]")]
    [TestCase(@"\p{IsGreek}")]
    [TestCase(@"\x41")]
    [TestCase(@"\G")]
    [TestCase("😀")]
    public void These_are_left_to_the_server(string pattern) => Assert.That(PatternTranslator.Translate(pattern), Is.Null);
}
