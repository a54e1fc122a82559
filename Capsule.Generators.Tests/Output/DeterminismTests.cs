using System.Globalization;
using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Output;

/// <summary>What the output does not depend on.</summary>
public sealed class DeterminismTests
{
    private static readonly Source[] Files =
    [
        new("A.cs", "public partial class Card { /// <summary>The id.</summary>\n public partial int ImportID { get; set; } }"),
        new("B.cs", "/// <summary>A card.</summary>\n[CapsuleModel] public partial class Card { public partial string Title { get; set; } }"),
        new("C.cs", "[CapsuleModel] public partial class INBOX { [ChildCollection] public partial ModelCollection<Card> Items { get; } }"),
    ];

    [Test]
    public void The_order_of_the_files_does_not_matter() =>
        Assert.That(GeneratorRun.Of([.. Files.Reverse()]).Files, Is.EquivalentTo(GeneratorRun.Of(Files).Files));

    [TestCase("tr-TR")]
    [TestCase("fi-FI")]
    [TestCase("ar-SA")]
    public void The_culture_does_not_matter(string culture)
    {
        IReadOnlyDictionary<string, string> expected = GeneratorRun.Of(Files).Files;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.That(GeneratorRun.Of(Files).Files, Is.EquivalentTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void The_dotted_capital_of_Turkish_is_lowered_as_in_English() =>
        Assert.That(GeneratorRun.Of(Files).Files["INBOX.g.cs"], Does.Contain("name: \"inbox\""));

    [Test]
    public void Generated_lines_end_alike_on_every_machine() =>
        Assert.That(GeneratorRun.Of(Examples.Card.ReplaceLineEndings("\r\n")).Files, Is.EquivalentTo(GeneratorRun.Of(Examples.Card.ReplaceLineEndings("\n")).Files));
}
