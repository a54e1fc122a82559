using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Models that references point at → specs.</summary>
internal static class TargetParser
{
    public static TargetSpec Parse(ITypeSymbol model)
    {
        string typeName = Symbols.FullName(model.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        EquatableArray<FamilyMember> family = PropertyParser.FamilyOf(model);
        return new(typeName, WireNames.OfModel(model))
        {
            Family = family,
            FormerNames = FormerNames.Of(model),
            IsAbstract = model.IsAbstract,
            Mirror = Families.Mirror(typeName, WireNames.OfModel(model), family),
        };
    }
}
