using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;

namespace Capsule;

/// <summary>Who asks for something. Immutable; safe to share between threads.</summary>
public sealed partial class CapsuleUser
{
    private const string GuestPrefix = "guest:";

    private readonly ImmutableSortedSet<string> _policies;
    private readonly ImmutableDictionary<Type, object> _facts;

    /// <summary>A user.</summary>
    /// <param name="principal">As the application's authentication has it; an identity that is not authenticated makes an anonymous user.</param>
    /// <param name="policies">Names of the authorization policies that were found to hold.</param>
    public CapsuleUser(ClaimsPrincipal principal, IEnumerable<string>? policies = null)
        : this(principal, (policies ?? []).ToImmutableSortedSet(StringComparer.Ordinal), ImmutableDictionary<Type, object>.Empty)
    {
    }

    private CapsuleUser(ClaimsPrincipal principal, ImmutableSortedSet<string> policies, ImmutableDictionary<Type, object> facts)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Principal = principal;
        _policies = policies;
        _facts = facts;
        Name = principal.Identity?.Name;
        Id = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub") ?? Name;
    }

    /// <summary>Somebody who did not sign in, and of whom nothing is known.</summary>
    public static CapsuleUser Anonymous { get; } = new(new ClaimsPrincipal(new ClaimsIdentity()));

    /// <summary>Server code itself: what a method sees that was called through a <see cref="ModelHandle{TModel}"/>.</summary>
    public static CapsuleUser Server { get; } = new(new ClaimsPrincipal(new ClaimsIdentity("Capsule")));

    /// <summary>The principal, with all its claims.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>The claim that identifies the user: <see cref="ClaimTypes.NameIdentifier"/>, else <c>sub</c>, else the name. Of a guest <c>guest:</c> and a
    /// random id. Null for the anonymous.</summary>
    public string? Id { get; }

    /// <summary>The name to show; null for guests and the anonymous.</summary>
    public string? Name { get; }

    /// <summary>True for somebody who signed in.</summary>
    public bool IsAuthenticated => Principal.Identity?.IsAuthenticated ?? false;

    /// <summary>True for somebody who did not sign in, but is known to be the same as before: their <see cref="Id"/> stays.</summary>
    public bool IsGuest => !IsAuthenticated && IsGuestId(Id);

    /// <summary>A signed-in user with this name, which is the id too, and these roles: for tests and for servers' own work.</summary>
    public static CapsuleUser Named(string name, params IEnumerable<string> roles)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var identity = new ClaimsIdentity("Capsule", ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, name));
        identity.AddClaims(roles.Select(role => new Claim(ClaimTypes.Role, role)));
        return new CapsuleUser(new ClaimsPrincipal(identity));
    }

    /// <summary>The guest with this id, which stands behind <c>guest:</c> in <see cref="Id"/>.</summary>
    public static CapsuleUser Guest(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new CapsuleUser(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, GuestPrefix + id)])));
    }

    /// <summary>True if the user has the role.</summary>
    public bool Is(string role) => Principal.IsInRole(role);

    /// <summary>True if the authorization policy with this name was found to hold.</summary>
    public bool Meets(string policy) => _policies.Contains(policy);

    /// <summary>What the application knows of the user besides the principal; null if there is nothing of this type. Found before a turn, never in one.</summary>
    /// <typeparam name="TFacts">The type that <c>WithUser</c> was given; no base of it.</typeparam>
    public TFacts? Facts<TFacts>()
        where TFacts : class => (TFacts?)_facts.GetValueOrDefault(typeof(TFacts));

    /// <summary>The same user, of whom this is known as well. It takes the place of former facts of the type.</summary>
    /// <param name="facts">Best a record: facts that are equal to the former ones change nothing.</param>
    public CapsuleUser WithFacts<TFacts>(TFacts facts)
        where TFacts : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        return WithFacts(typeof(TFacts), facts);
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? (this == Server ? "the server" : "anonymous");

    internal CapsuleUser WithFacts(Type type, object facts) => new(Principal, _policies, _facts.SetItem(type, facts));

    internal static bool IsGuestId([NotNullWhen(true)] string? id) => id is not null && id.StartsWith(GuestPrefix, StringComparison.Ordinal);
}
