using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Capsule.Generators.Ledger;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting;

/// <summary>
/// The hash of a model's own wire schema as clients see it: the first 8 bytes of the SHA-256 of <see cref="Describe"/>.
/// Two builds that clients cannot tell apart have the same; the order of declaration does not matter.
/// </summary>
internal static class SchemaHash
{
    public static ulong Of(ModelSpec model) => Of(LedgerDescription.Of(model));

    /// <summary>Of what the ledger has of a model: all that clients can tell is in it, so the hash of a past state is never kept but made again.</summary>
    public static ulong Of(LedgerModel model)
    {
        using var algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(Describe(model)));
        return hash.Take(8).Aggregate(0UL, static (sum, next) => (sum << 8) | next);
    }

    /// <summary>In 16 hexadecimal digits.</summary>
    public static string Text(LedgerModel model) => Of(model).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>One line for the model, then one for each member, in ordinal order.</summary>
    public static string Describe(LedgerModel model)
    {
        var lines = new List<string>(model.Members.Where(static member => member.IsPublic).Select(Line));
        lines.Sort(StringComparer.Ordinal);
        return $"model {model.Name}\n" + string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Line(LedgerMember member) =>
        $"{member.Kind} {member.Name}{(member.IsMethod ? "" : ": ")}{member.Type}{(member.ClientAccess.Length == 0 ? "" : " " + member.ClientAccess)}";
}
