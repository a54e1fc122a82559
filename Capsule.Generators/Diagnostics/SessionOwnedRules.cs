using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>What can belong to a session.</summary>
internal static class SessionOwnedRules
{
    public static Diagnostic? Check(IPropertySymbol property) =>
        property.Has(KnownNames.SessionOwned) && !ModelMembers.IsCollection(property)
            ? Diagnostic.Create(Descriptors.SessionOwnedShape, Places.OfName(property), property.Name)
            : null;
}
