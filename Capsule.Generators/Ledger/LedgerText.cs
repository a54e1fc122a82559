using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Ledger;

/// <summary>A model → its lines in the ledger: one for each member, so that a diff shows one for each change.</summary>
internal static class LedgerText
{
    public static string Write(LedgerModel model)
    {
        var sections = new List<string>();
        if (model.IsRemoved)
        {
            sections.Add($"{Quote(LedgerNames.Removed)}: true");
        }

        if (model.Was.Count > 0)
        {
            sections.Add($"{Quote(LedgerNames.Was)}: {List(model.Was)}");
        }

        if (model.Since > 1)
        {
            sections.Add($"{Quote(LedgerNames.Since)}: {Number(model.Since)}");
        }

        sections.Add(Section(LedgerNames.Members, model.Members.Where(static member => !member.IsMethod).Select(Member)));
        sections.Add(Section(LedgerNames.Methods, model.Members.Where(static member => member.IsMethod).Select(Member)));
        sections.Add(Section(LedgerNames.Past, model.Past.Select(static past => $"{Quote(Number(past.Until))}: {Quote(past.Hash)}")));
        return Section(model.Name, sections.Where(static section => section.Length > 0), isEmptyToo: true);
    }

    public static string Quote(string text)
    {
        var quoted = new System.Text.StringBuilder("\"");
        foreach (char letter in text)
        {
            quoted.Append(letter is '"' or '\\' ? "\\" + letter : letter < ' ' ? $"\\u{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}" : letter.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private static string Section(string name, IEnumerable<string> entries, bool isEmptyToo = false)
    {
        string[] all = [.. entries];
        if (all.Length == 0)
        {
            return isEmptyToo ? $"{Quote(name)}: {{}}" : "";
        }

        SourceWriter writer = new SourceWriter(indentSize: 2).Open($"{Quote(name)}: {{");
        for (int index = 0; index < all.Length; index++)
        {
            writer.Write(all[index] + (index < all.Length - 1 ? "," : ""));
        }

        return writer.Close().ToString().TrimEnd('\n');
    }

    private static string Member(LedgerMember member)
    {
        string[] facts =
        [
            $"{Quote(LedgerNames.Number)}: {Number(member.Number)}",
            $"{Quote(member.Kind)}: {Quote(member.Type)}",
            .. Fact(member.Access.Length > 0, LedgerNames.Access, Quote(member.Access)),
            .. Fact(member.Was.Count > 0, LedgerNames.Was, List(member.Was)),
            .. Fact(member.WasNullable, LedgerNames.WasNullable, "true"),
            .. Fact(member.IsRemoved, LedgerNames.Removed, "true"),
        ];
        return $"{Quote(member.Name)}: {{ {string.Join(", ", facts)} }}";
    }

    private static string[] Fact(bool isWritten, string name, string value) => isWritten ? [$"{Quote(name)}: {value}"] : [];

    private static string List(EquatableArray<string> names) => $"[{string.Join(", ", names.Select(Quote))}]";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
