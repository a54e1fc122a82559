namespace Capsule.Generators.Parsing.Computed;

/// <summary>Members of other types.</summary>
internal static class PlainMembers
{
    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["int.Equals(int)"] = "{0!} === {1!}",
        ["long.Equals(long)"] = "{0!} === {1!}",
        ["short.Equals(short)"] = "{0!} === {1!}",
        ["byte.Equals(byte)"] = "{0!} === {1!}",
        ["sbyte.Equals(sbyte)"] = "{0!} === {1!}",
        ["ushort.Equals(ushort)"] = "{0!} === {1!}",
        ["uint.Equals(uint)"] = "{0!} === {1!}",
        ["ulong.Equals(ulong)"] = "{0!} === {1!}",
        ["bool.Equals(bool)"] = "{0!} === {1!}",
        ["char.Equals(char)"] = "{0!} === {1!}",
        ["int.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["long.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["short.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["byte.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["sbyte.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["ushort.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["uint.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["ulong.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["double.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["float.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["decimal.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["decimal.Equals(decimal)"] = "computed.compareDecimals({0}, {1}) === 0",
        ["decimal.CompareTo(decimal)"] = "computed.compareDecimals({0}, {1})",
        ["bool.ToString()"] = "computed.boolText({0})",
        ["System.Guid.ToString()"] = "{0}",
        ["System.Guid.Equals(System.Guid)"] = "{0!} === {1!}",
        ["System.Guid.Empty"] = "\"00000000-0000-0000-0000-000000000000\"",
        ["System.Uri.OriginalString"] = "computed.some({0})",
        ["System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>.ContainsKey(TKey)"] = "computed.hasEntry({0}, {1})",
        ["System.ReadOnlyMemory<T>.Length"] = "{0!}.length",
        ["System.ReadOnlyMemory<T>.IsEmpty"] = "{0!}.length === 0",
    };
}
