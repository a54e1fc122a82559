using Capsule.Generators.Emitting.TypeScript;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>Comments of C# as text of TSDoc.</summary>
public sealed class DocumentationTests
{
    [TestCase("/// <summary>One line.</summary>", "One line.")]
    [TestCase("    /// <summary>\n    /// Two\n    /// lines.\n    /// </summary>", "Two lines.")]
    [TestCase("/** <summary>Stars.</summary> */", "Stars.")]
    [TestCase("/**\n * <summary>\n * More stars.\n * </summary>\n */", "More stars.")]
    [TestCase("/// <summary>See <see cref=\"Card\"/>, <see cref=\"Shop.Card.Go(int)\"/>, <see langword=\"null\"/>.</summary>", "See {Card}, {Go}, `null`.")]
    [TestCase("/// <summary>A <paramref name=\"a\"/> in <c>code</c> &lt; 3.</summary>", "A `a` in `code` < 3.")]
    [TestCase("/// <summary>One.<para>Two.</para>Three.</summary>", "One.\n\nTwo.\n\nThree.")]
    [TestCase("/// <summary>Not closed", "")]
    [TestCase("/// <remarks>No summary.</remarks>", "")]
    [TestCase("", "")]
    public void A_summary_becomes_plain_text(string comment, string expected) =>
        Assert.That(SummaryReader.Read(comment, name => $"{{{name}}}"), Is.EqualTo(expected));
}
