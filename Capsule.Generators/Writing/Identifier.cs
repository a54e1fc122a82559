using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Writing;

/// <summary>Names as code spells them.</summary>
internal static class Identifier
{
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
