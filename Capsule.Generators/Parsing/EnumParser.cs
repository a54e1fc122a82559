using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Enums of C# → their names on the wire.</summary>
internal static class EnumParser
{
    public static EnumSpec Parse(INamedTypeSymbol type) =>
        new(Symbols.FullName(type), type.Name, Members(type).Select(ParseMember).ToEquatableArray());

    public static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    private static EnumMemberSpec ParseMember(IFieldSymbol member) => new(Identifier.Escape(member.Name), WireName.FromName(member.Name));
}
