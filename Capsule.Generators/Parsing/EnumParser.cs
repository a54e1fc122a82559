using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Enums of C# → their names on the wire.</summary>
internal static class EnumParser
{
    public static EnumSpec Parse(INamedTypeSymbol type) =>
        new(Symbols.FullName(type), NameOf(type), Members(type).Select(ParseMember).ToEquatableArray());

    public static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>With the names of what is around it, so that two enums of one name do not meet.</summary>
    private static string NameOf(INamedTypeSymbol type) =>
        string.Concat(type.ToDisplayString().Split('.').Select(static part => part.TrimStart('@')));

    private static EnumMemberSpec ParseMember(IFieldSymbol member) => new(Identifier.Escape(member.Name), WireName.FromName(member.Name))
    {
        Label = Annotated.Display(member) is { } display ? TextParser.OfDisplay(display, "Name") : null,
    };
}
