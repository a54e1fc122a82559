using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

internal static class Constructors
{
    /// <summary>Whether other generated code can make an instance.</summary>
    public static bool HasUsable(INamedTypeSymbol type) => type.InstanceConstructors.Any(static constructor =>
        constructor.Parameters.IsEmpty
        && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);
}
