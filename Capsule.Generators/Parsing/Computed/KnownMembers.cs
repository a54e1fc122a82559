using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>
/// Members of .NET that have a translation, by their signatures. In a translation <c>{0}</c> is the instance, or the first argument of a static member, and so on;
/// <c>{0!}</c> is the same as an operand, and <c>{1c}</c> a StringComparison: whether it ignores case. One that begins with <c>@</c> depends on the culture, and says what to
/// write instead.
/// </summary>
internal static class KnownMembers
{
    private static readonly Regex Hole = new(@"\{(\d)([!c]?)\}", RegexOptions.CultureInvariant);

    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly Dictionary<string, string>[] Families =
        [TextMembers.All, CharMembers.All, MathMembers.All, MomentMembers.All, DayMembers.All, SpanMembers.All, PlainMembers.All];

    /// <summary>The translation; null where there is none.</summary>
    public static Script? Of(Translation translation, IOperation operation, ISymbol member, IReadOnlyList<Script> values)
    {
        string signature = SignatureOf(member);
        foreach (Dictionary<string, string> family in Families)
        {
            if (family.TryGetValue(signature, out string? template))
            {
                return template[0] == '@' ? throw Outside.Culture(operation, template.Substring(1)) : Fill(translation, operation, template, values);
            }
        }

        return null;
    }

    public static string SignatureOf(ISymbol member) => member.OriginalDefinition.ToDisplayString(Signature);

    private static Script Fill(Translation translation, IOperation operation, string template, IReadOnlyList<Script> values)
    {
        string text = Hole.Replace(template, hole =>
        {
            Script value = values[hole.Groups[1].Value[0] - '0'];
            return hole.Groups[2].Value switch
            {
                "!" => value.Atom,
                "c" => IgnoresCase(operation, value),
                _ => value.Text,
            };
        });
        if (template.Contains("computed."))
        {
            _ = translation.Call("");
        }

        bool isAtom = template.EndsWith(")", StringComparison.Ordinal) && !template.Contains(" ? ") && template[0] != '!' || !template.Contains(' ') && template[0] != '!';
        return new(text, isAtom);
    }

    /// <summary>The names of StringComparison's members, as an enum is written.</summary>
    private static string IgnoresCase(IOperation operation, Script comparison) => comparison.Text switch
    {
        "\"ordinal\"" => "false",
        "\"ordinalIgnoreCase\"" => "true",
        _ => throw Outside.Culture(operation, "it with StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase"),
    };
}
