using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Output;

/// <summary>Which comments reach the mirror.</summary>
public sealed class DocumentationSourceTests
{
    private const string Text = """
        // <summary>No documentation.</summary>
        /// <summary>A card.</summary>
        // Nor is this.
        [CapsuleModel] public partial class Card;
        """;

    [TestCase(DocumentationMode.None)]
    [TestCase(DocumentationMode.Parse)]
    [TestCase(DocumentationMode.Diagnose)]
    public void Documentation_does_even_where_the_compiler_is_told_to_write_none(DocumentationMode mode)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Text, Compilations.ParseOptions.WithDocumentationMode(mode), "Card.cs");
        string mirror = GeneratorRun.Of(Compilations.Create().AddSyntaxTrees(tree)).Files["Card.Mirror.g.cs"];
        Assert.That(mirror, Does.Contain("/** A card. */").And.Not.Contain("No documentation").And.Not.Contain("Nor is"));
    }
}
