using System.Security.Claims;

namespace Capsule;

/// <summary>Who asks for something. Immutable; safe to share between threads.</summary>
public sealed class CapsuleUser
{
    private readonly HashSet<string> _policies;

    /// <summary>A user.</summary>
    /// <param name="principal">As the application's authentication has it; an identity that is not authenticated makes an anonymous user.</param>
    /// <param name="policies">Names of the authorization policies that were found to hold.</param>
    public CapsuleUser(ClaimsPrincipal principal, IEnumerable<string>? policies = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Principal = principal;
        _policies = new(policies ?? [], StringComparer.Ordinal);
        Name = principal.Identity?.Name;
        Id = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub") ?? Name;
    }

    /// <summary>Somebody who did not sign in.</summary>
    public static CapsuleUser Anonymous { get; } = new(new ClaimsPrincipal(new ClaimsIdentity()));

    /// <summary>Server code itself: what a method sees that was called through a <see cref="ModelHandle{TModel}"/>.</summary>
    public static CapsuleUser Server { get; } = new(new ClaimsPrincipal(new ClaimsIdentity("Capsule")));

    /// <summary>The principal, with all its claims.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>The claim that identifies the user: <see cref="ClaimTypes.NameIdentifier"/>, else <c>sub</c>, else the name. Null for the anonymous.</summary>
    public string? Id { get; }

    /// <summary>The name to show; null for the anonymous.</summary>
    public string? Name { get; }

    /// <summary>True for somebody who signed in.</summary>
    public bool IsAuthenticated => Principal.Identity?.IsAuthenticated ?? false;

    /// <summary>A signed-in user with this name, which is the id too, and these roles: for tests and for servers' own work.</summary>
    public static CapsuleUser Named(string name, params IEnumerable<string> roles)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var identity = new ClaimsIdentity("Capsule", ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, name));
        identity.AddClaims(roles.Select(role => new Claim(ClaimTypes.Role, role)));
        return new CapsuleUser(new ClaimsPrincipal(identity));
    }

    /// <summary>True if the user has the role.</summary>
    public bool Is(string role) => Principal.IsInRole(role);

    /// <summary>True if the authorization policy with this name was found to hold.</summary>
    public bool Meets(string policy) => _policies.Contains(policy);

    /// <summary>Whether all that rules can read of another user is as it is of this one.</summary>
    internal bool SeesLike(CapsuleUser other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? (this == Server ? "the server" : "anonymous");
}
