namespace Capsule.Generators.Ledger;

/// <summary>Compares types by what their JSON can be read as.</summary>
internal static class TypeComparison
{
    /// <summary>What reads the JSON of a type as well as that type, and gives the same value.</summary>
    private static readonly Dictionary<string, string[]> Readers = new(StringComparer.Ordinal)
    {
        ["byte"] = ["int16", "uint16", "int32", "uint32", "float", "double"],
        ["sbyte"] = ["int16", "int32", "float", "double"],
        ["int16"] = ["int32", "float", "double"],
        ["uint16"] = ["int32", "uint32", "float", "double"],
        ["int32"] = ["double"],
        ["uint32"] = ["double"],
        ["int64"] = ["decimal"],
        ["uint64"] = ["decimal"],
        ["float"] = ["double"],
        ["char"] = ["string"],
        ["guid"] = ["string"],
        ["uri"] = ["string"],
        ["enum"] = ["string"],
    };

    private static readonly LedgerType Text = new("string");

    public static TypeChange Compare(LedgerType before, LedgerType now)
    {
        TypeChange inside = CompareValues(before, now);
        return inside is TypeChange.Other or TypeChange.Narrower ? inside
            : before.IsNullable && !now.IsNullable ? TypeChange.NullNoMore
            : inside == TypeChange.Wider || before.IsNullable != now.IsNullable ? TypeChange.Wider
            : TypeChange.None;
    }

    private static TypeChange CompareValues(LedgerType before, LedgerType now) =>
        before.Name != now.Name ? Readers.TryGetValue(before.Name, out string[]? readers) && readers.Contains(now.Name) ? TypeChange.Wider : TypeChange.Other
        : before.Name is "list" or "dictionary" ? Inside(Compare(before.Element ?? Text, now.Element ?? Text))
        : before.Name == "reference" ? (before.Element == now.Element ? TypeChange.None : TypeChange.Other)
        : before.Fields.Count > 0 || now.Fields.Count > 0 ? CompareFields(before, now)
        : !before.Values.All(now.Values.Contains) ? TypeChange.Narrower
        : now.Values.Count > before.Values.Count ? TypeChange.Wider
        : TypeChange.None;

    /// <summary>A field that is gone takes its values along; a new one is missing in what was stored, so it must take null.</summary>
    private static TypeChange CompareFields(LedgerType before, LedgerType now)
    {
        TypeChange whole = TypeChange.None;
        foreach (LedgerField field in now.Fields)
        {
            TypeChange one = before.Fields.FirstOrDefault(other => other.Name == field.Name) is { } former ? Inside(Compare(former.Type, field.Type))
                : field.Type.IsNullable ? TypeChange.Wider
                : TypeChange.Narrower;
            whole = one > whole ? one : whole;
        }

        return before.Fields.All(field => now.Fields.Any(other => other.Name == field.Name)) ? whole : TypeChange.Other;
    }

    /// <summary>Null has a stand-in only where an attribute itself was null.</summary>
    private static TypeChange Inside(TypeChange change) => change == TypeChange.NullNoMore ? TypeChange.Narrower : change;
}
