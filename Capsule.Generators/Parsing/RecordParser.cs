using System.Collections.Immutable;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Records → specs.</summary>
internal static class RecordParser
{
    /// <summary>The record, or null where it cannot go over the wire.</summary>
    /// <param name="type">A type.</param>
    /// <param name="around">The records that it is in: one that contains itself has no end.</param>
    public static RecordSpec? Parse(ITypeSymbol type, ImmutableStack<ISymbol> around)
    {
        if (type is not INamedTypeSymbol { IsRecord: true, IsValueType: false, IsAbstract: false, IsGenericType: false, BaseType.SpecialType: SpecialType.System_Object } record
            || around.Contains(record, SymbolEqualityComparer.Default)
            || Constructor(record) is not { } constructor)
        {
            return null;
        }

        var inner = around.Push(record);
        var members = new List<RecordMemberSpec>();
        string[] positional = [.. constructor.Parameters.Select(static parameter => parameter.Name)];
        foreach (IPropertySymbol property in Properties(record).OrderBy(property => Array.IndexOf(positional, property.Name) is var at and >= 0 ? at : int.MaxValue))
        {
            bool isPositional = positional.Contains(property.Name);
            if (TypeParser.Parse(property.Type, inner) is not { } known || (!isPositional && property.SetMethod is not { DeclaredAccessibility: Accessibility.Public }))
            {
                return null;
            }

            members.Add(new(Identifier.Escape(property.Name), WireNames.OfMember(property), known, isPositional, DocumentationParser.Parse(property, CancellationToken.None)));
        }

        bool isClear = members.Count > 0 && members.Select(static member => member.WireName).Distinct(StringComparer.Ordinal).Count() == members.Count;
        return isClear
            ? new(Symbols.FullName(record.WithNullableAnnotation(NullableAnnotation.None)), NameOf(record), record.Name, DocumentationParser.Parse(record, CancellationToken.None), members.ToEquatableArray()) { IsSealed = record.IsSealed }
            : null;
    }

    /// <summary>The public one that takes most, each parameter by the name of a property of its type.</summary>
    private static IMethodSymbol? Constructor(INamedTypeSymbol record) =>
        record.InstanceConstructors
            .Where(static one => one.DeclaredAccessibility == Accessibility.Public)
            .Where(one => one.Parameters.All(parameter => Properties(record).Any(property =>
                property.Name == parameter.Name && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type))))
            .OrderByDescending(static one => one.Parameters.Length)
            .FirstOrDefault();

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol record) =>
        record.GetMembers().OfType<IPropertySymbol>().Where(static property =>
            property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, IsWriteOnly: false, Name: not "EqualityContract" }
            && property.SetMethod is not null);

    private static string NameOf(INamedTypeSymbol type) =>
        string.Concat(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString().Split('.').Select(static part => part.TrimStart('@').TrimEnd('?')));
}
