using System.Security.Claims;
using Capsule.Protocol;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Capsule.AspNetCore.Identity;

/// <summary>Finds out who joins, by the application's own authentication and authorization.</summary>
internal sealed class JoinAuthentication(IServiceScopeFactory scopes, IOptions<CapsuleOptions> options, ModelPolicies modelPolicies, IEnumerable<UserFacts> facts)
{
    private readonly UserFacts[] _facts = [.. facts];

    /// <summary>Authenticates anew, with the request that became the socket and, if there is one, a token; then asks the endpoint's policies, those that rules can ask
    /// for, and what the application knows of the user.</summary>
    /// <returns>Who it is, or why they are refused.</returns>
    public async Task<(Arrival? Arrival, ProtocolError? Refusal)> AuthenticateAsync(HttpContext upgrade, string? token, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            HttpContext context = JoinContext.Of(upgrade, scope.ServiceProvider, token);
            AuthenticateResult result = await AskSchemeAsync(context, token).ConfigureAwait(false);
            context.Features.Set<IAuthenticateResultFeature>(new AuthenticateResultFeature { AuthenticateResult = result });
            context.User = result.Principal ?? Nobody();

            JoinPolicies policies = upgrade.GetEndpoint()!.Metadata.GetRequiredMetadata<JoinPolicies>();
            AuthorizationPolicy? policy = await policies.CombineAsync(context.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>()).ConfigureAwait(false);
            if (policy is not null)
            {
                var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
                result = await evaluator.AuthenticateAsync(policy, context).ConfigureAwait(false);
                PolicyAuthorizationResult authorized = await evaluator.AuthorizeAsync(policy, result, context, context).ConfigureAwait(false);
                if (!authorized.Succeeded)
                {
                    return (null, authorized.Challenged ? Unauthenticated(token) : new ProtocolError(ErrorCode.Forbidden, "You may not join here."));
                }
            }

            bool isSomebody = context.User.Identity?.IsAuthenticated == true;
            if (token is not null && !isSomebody)
            {
                return (null, Unauthenticated(token));
            }

            string? guest = Origins.IsAbsent(upgrade.Request) ? null : CapsuleGuests.Find(upgrade);
            CapsuleUser user = isSomebody
                ? new CapsuleUser(context.User, [.. policies.Names, .. await HeldPolicies.FindAsync(context, context.User, modelPolicies.Of(context.GetRouteValue("root") as string)).ConfigureAwait(false)])
                : guest is null ? CapsuleUser.Anonymous : CapsuleUser.Guest(guest);
            if (isSomebody && CapsuleUser.IsGuestId(user.Id))
            {
                return (null, new ProtocolError(ErrorCode.Forbidden, $"The id '{user.Id}' is one of guests: nobody can sign in with it."));
            }

            user = await WithFactsAsync(user, context.RequestServices, cancellationToken).ConfigureAwait(false);
            return (new Arrival(user, options.Value.Tenant(context), result.Properties?.ExpiresUtc ?? DateTimeOffset.MaxValue, guest is null ? null : CapsuleUser.Guest(guest).Id), null);
        }
    }

    private async Task<CapsuleUser> WithFactsAsync(CapsuleUser user, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (user.Id is null)
        {
            return user;
        }

        foreach (UserFacts one in _facts)
        {
            if (await one.FindAsync(user.Principal, services, cancellationToken).ConfigureAwait(false) is { } found)
            {
                user = user.WithFacts(one.Type, found);
            }
        }

        return user;
    }

    private async Task<AuthenticateResult> AskSchemeAsync(HttpContext context, string? token)
    {
        var schemes = context.RequestServices.GetService<IAuthenticationSchemeProvider>();
        string? scheme = schemes is null ? null : await TokenSchemes.FindAsync(schemes, options.Value.TokenScheme, token is not null).ConfigureAwait(false);
        if (scheme is not null)
        {
            return await context.AuthenticateAsync(scheme).ConfigureAwait(false);
        }

        // Without a scheme of the application's, its own middleware may have said who it is; a cookie may be what that went by.
        return context.User.Identity?.IsAuthenticated == true && !Origins.IsAbsent(context.Request)
            ? AuthenticateResult.Success(new AuthenticationTicket(context.User, context.User.Identity.AuthenticationType ?? ""))
            : AuthenticateResult.NoResult();
    }

    private static ProtocolError Unauthenticated(string? token) => new(
        ErrorCode.Unauthenticated,
        token is null ? "Only somebody who has signed in may join. Sign in and join again." : "The token is not valid here. Get a new one and join again.");

    private static ClaimsPrincipal Nobody() => new(new ClaimsIdentity());

    private sealed class AuthenticateResultFeature : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
