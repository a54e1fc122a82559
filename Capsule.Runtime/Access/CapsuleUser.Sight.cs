using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Capsule;

/// <summary>Whether two users are the same to all rules.</summary>
public sealed partial class CapsuleUser
{
    /// <summary>The claims that say when a ticket was made and which it is: each renewal changes them, and nothing about the user.</summary>
    private static readonly HashSet<string> OfTheTicket = new(StringComparer.Ordinal) { "exp", "nbf", "iat", "jti" };

    /// <summary>A hash of claims and policies: the same where they are, whatever their order.</summary>
    internal string Fingerprint => field ??= Hash();

    /// <summary>Whether all that rules can read of another user is as it is of this one.</summary>
    internal bool SeesLike(CapsuleUser other) => ReferenceEquals(this, other) || (Fingerprint == other.Fingerprint && KnowsLike(other));

    private bool KnowsLike(CapsuleUser other) =>
        _facts.Count == other._facts.Count
        && _facts.All(fact => other._facts.TryGetValue(fact.Key, out object? theirs) && fact.Value.Equals(theirs));

    private string Hash()
    {
        var text = new StringBuilder();
        foreach (ClaimsIdentity identity in Principal.Identities)
        {
            Append(text, identity.IsAuthenticated ? "signed in" : "");
            Append(text, identity.NameClaimType);
            Append(text, identity.RoleClaimType);
            IEnumerable<Claim> claims = identity.Claims.Where(claim => !OfTheTicket.Contains(claim.Type))
                .OrderBy(claim => claim.Type, StringComparer.Ordinal).ThenBy(claim => claim.Value, StringComparer.Ordinal);
            foreach (Claim claim in claims)
            {
                Append(text, claim.Type);
                Append(text, claim.Value);
            }

            text.Append(';');
        }

        foreach (string policy in _policies)
        {
            Append(text, policy);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>With its length before it, no text can pass for two.</summary>
    private static void Append(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
}
