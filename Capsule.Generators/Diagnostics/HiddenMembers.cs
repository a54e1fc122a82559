using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Members that every model has, from the runtime or from the generator.</summary>
internal static class HiddenMembers
{
    private static readonly HashSet<string> OfTheGenerator = new(StringComparer.Ordinal)
    {
        "CapsuleComputed", "CapsuleKinds", "CapsuleSchema",
    };

    /// <summary>What the names of those begin with that hold what the server computes.</summary>
    private const string Kept = "CapsuleKept";

    /// <summary>Whether the generated half of the class has a member by the same name, so that neither can be.</summary>
    public static bool IsGenerated(ISymbol member) => OfTheGenerator.Contains(member.Name) || member.Name.StartsWith(Kept, StringComparison.Ordinal);

    public static bool IsHidden(ISymbol member, INamedTypeSymbol? runtime)
    {
        if (IsGenerated(member))
        {
            return true;
        }

        for (INamedTypeSymbol? type = runtime; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(member.Name).Any(hidden => IsVisible(hidden, member)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asked as if the class derived from the runtime's already; in the generator's eyes it does not yet.</summary>
    private static bool IsVisible(ISymbol hidden, ISymbol member) => hidden.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal => hidden.ContainingAssembly.GivesAccessTo(member.ContainingAssembly),
        _ => true,
    };
}
