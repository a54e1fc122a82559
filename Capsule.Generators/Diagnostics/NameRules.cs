using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about names, in C# and on the wire.</summary>
internal static class NameRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        if (CheckModel(model) is { } diagnostic)
        {
            yield return new(model, diagnostic);
            yield break;
        }

        INamedTypeSymbol? runtime = compilation.GetTypeByMetadataName(KnownNames.CapsuleModel);
        IEnumerable<IPropertySymbol> inherited = ModelMembers.Bases(model).SelectMany(ModelMembers.PartialProperties);
        IEnumerable<IPropertySymbol> named = ModelMembers.PartialProperties(model).Where(static property => !property.IsIndexer);
        foreach (Finding finding in CheckMembers(named, inherited, runtime, isOnMirror: true))
        {
            yield return finding;
        }

        foreach (Finding finding in CheckMembers(ModelMembers.Methods(model), ModelMembers.Bases(model).SelectMany(ModelMembers.Methods), runtime, isOnMirror: false))
        {
            yield return finding;
        }
    }

    private static Diagnostic? CheckModel(INamedTypeSymbol model)
    {
        string name = WireNames.OfModel(model);
        return !WireName.IsValid(name) ? Diagnostic.Create(Descriptors.BadWireName, Places.OfWireName(model), name)
            : ReservedNames.ReasonForMirror(WireName.ToMirrorName(name)) is { } reason ? Diagnostic.Create(Descriptors.ReservedWireName, Places.OfWireName(model), name, reason)
            : null;
    }

    private static IEnumerable<Finding> CheckMembers(IEnumerable<ISymbol> members, IEnumerable<ISymbol> inherited, INamedTypeSymbol? runtime, bool isOnMirror)
    {
        var taken = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        foreach (ISymbol above in inherited)
        {
            taken[NameOf(above, isOnMirror)] = above;
        }

        foreach (ISymbol member in members)
        {
            string name = NameOf(member, isOnMirror);
            if ((CheckMember(member, name, runtime, isOnMirror) ?? CheckTaken(member, name, taken, isOnMirror)) is { } diagnostic)
            {
                yield return new(HiddenMembers.IsGenerated(member) ? member.ContainingType : member, diagnostic);
            }
            else if (!taken.ContainsKey(name))
            {
                taken.Add(name, member);
            }
        }
    }

    private static string NameOf(ISymbol member, bool isOnMirror) => isOnMirror ? WireNames.OfMember(member) : WireName.FromName(member.Name);

    private static Diagnostic? CheckMember(ISymbol member, string name, INamedTypeSymbol? runtime, bool isOnMirror) =>
        HiddenMembers.IsHidden(member, runtime) ? Diagnostic.Create(Descriptors.HidesRuntimeMember, Places.OfName(member), member.Name)
        : !WireName.IsValid(name) ? Diagnostic.Create(Descriptors.BadWireName, Places.OfWireName(member), name)
        : isOnMirror && ReservedNames.ReasonForMember(name) is { } reason ? Diagnostic.Create(Descriptors.ReservedWireName, Places.OfWireName(member), name, reason)
        : null;

    private static Diagnostic? CheckTaken(ISymbol member, string name, Dictionary<string, ISymbol> taken, bool isOnMirror)
    {
        string advice = isOnMirror ? ", or write [JsonPropertyName(\"otherName\")]" : "";
        return taken.TryGetValue(name, out ISymbol? other) && (other.Name != member.Name || !SymbolEqualityComparer.Default.Equals(other.ContainingType, member.ContainingType))
            ? Diagnostic.Create(Descriptors.DuplicateWireName, Places.OfWireName(member), member.Name, name, other.Name, advice)
            : null;
    }
}
