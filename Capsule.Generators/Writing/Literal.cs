using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Writing;

/// <summary>Values as C# spells them.</summary>
internal static class Literal
{
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
