using System.Security.Cryptography;
using System.Text;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting;

/// <summary>
/// The hash of a model's own wire schema as clients see it: the first 8 bytes of the SHA-256 of <see cref="Describe"/>.
/// Two builds that clients cannot tell apart have the same; the order of declaration does not matter.
/// </summary>
internal static class SchemaHash
{
    public static ulong Of(ModelSpec model)
    {
        using var algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(Describe(model)));
        return hash.Take(8).Aggregate(0UL, static (sum, next) => (sum << 8) | next);
    }

    /// <summary>One line for the model, then one for each member, in ordinal order.</summary>
    public static string Describe(ModelSpec model)
    {
        var lines = new List<string>();
        lines.AddRange(model.Attributes
            .Where(one => !one.IsServerOnly)
            .Select(one => $"attribute {one.WireName}: {Describe(one.Type)}{(one.IsClientEditable ? " editable" : "")}{(one.IsImmutable ? " immutable" : "")}{(one.IsRadio ? " radio" : "")}"));
        lines.AddRange(model.Collections.Select(one => $"collection {one.WireName}: {one.ItemWireName}"));
        lines.AddRange(model.Children.Select(one => $"child {one.WireName}: {one.ChildWireName}{(one.IsNullable ? "?" : "")}"));
        lines.AddRange(model.ExposedMethods.Select(one => $"method {one.WireName}({string.Join(", ", one.Arguments.Select(argument => Describe(argument.Type!) + (argument.Default is null ? "" : " optional")))}): {Result(one)}"));
        lines.Sort(StringComparer.Ordinal);
        return $"model {model.WireName}\n" + string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Result(MethodSpec method) => method.Result is { } type ? Describe(type) : "void";

    private static string Describe(TypeRef type) => WireKind.Of(type.Kind) + Values(type.Enum) + Parts(type) + (type.IsNullable ? "?" : "");

    private static string Parts(TypeRef type) =>
        type.Element is { } element ? $"<{Describe(element)}>"
        : type.Target is { } target ? $"<{target.WireName}>"
        : type.Record is { } record ? $"{{{string.Join(", ", record.Members.Select(member => $"{member.WireName}: {Describe(member.Type)}"))}}}"
        : "";

    private static string Values(EnumSpec? @enum) => @enum is null ? "" : $"({string.Join("|", @enum.Members.Select(member => member.WireName))})";
}
