using Capsule.Generators.Ledger;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about a model that was deployed or stored before.</summary>
internal static class LedgerRules
{
    /// <param name="model">The class.</param>
    /// <param name="now">What the ledger would keep of it.</param>
    /// <param name="isWhole">Whether no other rule objects to a member, which would seem to be gone.</param>
    /// <param name="ledger">The ledger, if one is kept.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol model, LedgerModel now, bool isWhole, LedgerOfCompilation? ledger)
    {
        LedgerModel? before = ledger?.Reading.Document?.Find(now);
        Diagnostic[] names = [.. RenamedRules.Check(model, before, ledger?.Reading.Document)];
        return names.Length > 0 || before is null || !isWhole ? names : Compare(model, before, now, ledger!);
    }

    private static IEnumerable<Diagnostic> Compare(INamedTypeSymbol model, LedgerModel before, LedgerModel now, LedgerOfCompilation ledger)
    {
        foreach (string name in MemberComparison.Forgotten(before.Was, now.Was, now.Name))
        {
            yield return ledger.CreateForgotten(Places.OfModel(model), model.Name, name);
        }

        foreach (LedgerChange change in LedgerComparison.Compare(before, now).Where(static change => change.IsBreaking))
        {
            if (change.Kind == ChangeKind.Removed)
            {
                yield return ledger.Create(Descriptors.MemberGone, Places.OfModel(model), model.Name, change.Member.Kind, change.Member.Name);
            }
            else if (Find(model, change.Member) is { } member)
            {
                yield return Report(change, member, ledger);
            }
        }
    }

    private static Diagnostic Report(LedgerChange change, ISymbol member, LedgerOfCompilation ledger) => change.Kind switch
    {
        ChangeKind.Replaced => ledger.Create(Descriptors.MemberReplaced, Places.OfName(member), member.Name, change.Detail, Keeping(change)),
        ChangeKind.Retyped => ledger.Create(Descriptors.MemberRetyped, PlaceOfType(change, member), member.Name, change.Detail, TypeNow(change), change.Member.IsMethod ? "method" : "property"),
        ChangeKind.Forgotten => ledger.CreateForgotten(Places.OfName(member), member.Name, change.Detail),
        _ => ledger.Create(Descriptors.MemberNarrowed, change.Before?.Type == change.Member.Type ? Places.OfName(member) : PlaceOfType(change, member), member.Name, change.Detail),
    };

    /// <summary>How a property can be renamed in C# alone.</summary>
    private static string Keeping(LedgerChange change) => change.Member.IsMethod ? "" : $", or [JsonPropertyName(\"{change.Detail}\")] to keep the name on the wire";

    private static string TypeNow(LedgerChange change) =>
        change.Argument >= 0 && LedgerTypeReader.ReadSignature(change.Member.Type) is { } signature ? signature.Arguments[change.Argument].Type.ToString()
        : change.Before!.Kind == change.Member.Kind ? change.Member.Type
        : $"{change.Member.Kind} {change.Member.Type}";

    private static Location PlaceOfType(LedgerChange change, ISymbol member) => member switch
    {
        IPropertySymbol property => Places.OfType(property),
        IMethodSymbol method when change.Argument >= 0 => Places.OfType(method.Parameters.Where(static one => ParameterSources.Of(one) == Models.ParameterSource.Caller).ElementAt(change.Argument)),
        IMethodSymbol method when change.Kind == ChangeKind.Retyped => Places.OfResult(method),
        _ => Places.OfName(member),
    };

    /// <summary>The member, or null for an inherited one: of that the base is told.</summary>
    private static ISymbol? Find(INamedTypeSymbol model, LedgerMember member) => member.IsMethod
        ? ModelMembers.Methods(model).FirstOrDefault(method => Models.WireName.FromName(method.Name) == member.Name)
        : ModelMembers.DataProperties(model).FirstOrDefault(property => WireNames.OfMember(property) == member.Name);
}
