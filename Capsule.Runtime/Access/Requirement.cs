using System.Collections.Immutable;

namespace Capsule;

/// <summary>What a user must have: one of some roles, and a policy that holds. Immutable.</summary>
/// <param name="Roles">One of these; empty: any.</param>
/// <param name="Policy">The name of an authorization policy; null: none.</param>
public sealed record Requirement(ImmutableArray<string> Roles, string? Policy = null)
{
    /// <summary>Whether the user has it.</summary>
    public bool IsMetBy(CapsuleUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (Roles.IsEmpty || Roles.Any(user.Is)) && (Policy is null || user.Meets(Policy));
    }

    /// <inheritdoc/>
    public bool Equals(Requirement? other) => other is not null && Policy == other.Policy && Roles.SequenceEqual(other.Roles);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy, Roles.Length, Roles.FirstOrDefault());
}
