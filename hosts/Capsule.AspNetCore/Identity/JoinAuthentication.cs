using System.Security.Claims;
using Capsule.Protocol;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Capsule.AspNetCore.Identity;

/// <summary>Finds out who joins, by the application's own authentication and authorization.</summary>
internal sealed class JoinAuthentication(IServiceScopeFactory scopes, IOptions<CapsuleOptions> options)
{
    private static readonly string[] TokenSchemes = ["Bearer", "BearerToken"];

    /// <summary>Authenticates anew, with the request that became the socket and, if there is one, a token.</summary>
    /// <returns>The user, or why they are refused.</returns>
    public async Task<(CapsuleUser User, ProtocolError? Refusal)> AuthenticateAsync(HttpContext upgrade, JoinPolicies policies, string? token)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            HttpContext context = Copy(upgrade, scope.ServiceProvider, token);
            ClaimsPrincipal principal = await PrincipalAsync(context, upgrade, token).ConfigureAwait(false);
            context.User = principal;
            var provider = scope.ServiceProvider.GetService<IAuthorizationPolicyProvider>();
            AuthorizationPolicy? policy = await policies.CombineAsync(provider).ConfigureAwait(false);
            ProtocolError? refusal = policy is null ? null : await RefuseAsync(context, policy).ConfigureAwait(false);
            return (context.User.Identity?.IsAuthenticated == true ? new CapsuleUser(context.User) : CapsuleUser.Anonymous, refusal);
        }
    }

    /// <summary>A request like the one that became the socket: authentication handlers keep their answer for the length of a request, and here one is
    /// to be asked again, with a token that the request did not have.</summary>
    private static DefaultHttpContext Copy(HttpContext upgrade, IServiceProvider services, string? token)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        HttpRequest from = upgrade.Request;
        HttpRequest to = context.Request;
        to.Method = from.Method;
        to.Scheme = from.Scheme;
        to.Host = from.Host;
        to.PathBase = from.PathBase;
        to.Path = from.Path;
        to.QueryString = from.QueryString;
        to.Protocol = from.Protocol;
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in from.Headers)
        {
            to.Headers[name] = value;
        }

        context.Connection.RemoteIpAddress = upgrade.Connection.RemoteIpAddress;
        context.Connection.ClientCertificate = upgrade.Connection.ClientCertificate;
        if (token is not null)
        {
            to.Headers[HeaderNames.Authorization] = $"Bearer {token}";
        }

        if (IsWithoutOrigin(upgrade))
        {
            to.Headers.Remove(HeaderNames.Cookie);
        }

        return context;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(HttpContext context, HttpContext upgrade, string? token)
    {
        var schemes = context.RequestServices.GetService<IAuthenticationSchemeProvider>();
        string? scheme = schemes is null ? null : await SchemeAsync(schemes, token).ConfigureAwait(false);
        if (scheme is null)
        {
            // The application's own middleware may have said who it is; a cookie may be what it went by.
            return IsWithoutOrigin(upgrade) ? new ClaimsPrincipal(new ClaimsIdentity()) : upgrade.User;
        }

        AuthenticateResult result = await context.AuthenticateAsync(scheme).ConfigureAwait(false);
        context.Features.Set<IAuthenticateResultFeature>(new AuthenticateResultFeature { AuthenticateResult = result });
        return result.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
    }

    private async Task<string?> SchemeAsync(IAuthenticationSchemeProvider schemes, string? token)
    {
        if (token is not null)
        {
            foreach (string name in options.Value.TokenScheme is { } chosen ? [chosen] : TokenSchemes)
            {
                if (await schemes.GetSchemeAsync(name).ConfigureAwait(false) is not null)
                {
                    return name;
                }
            }
        }

        return (await schemes.GetDefaultAuthenticateSchemeAsync().ConfigureAwait(false))?.Name;
    }

    private static async Task<ProtocolError?> RefuseAsync(HttpContext context, AuthorizationPolicy policy)
    {
        var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
        AuthenticateResult authenticated = await evaluator.AuthenticateAsync(policy, context).ConfigureAwait(false);
        PolicyAuthorizationResult result = await evaluator.AuthorizeAsync(policy, authenticated, context, context).ConfigureAwait(false);
        return result switch
        {
            { Succeeded: true } => null,
            { Challenged: true } => new ProtocolError(ErrorCode.Unauthenticated, "Only somebody who has signed in may join. Sign in and join again."),
            _ => new ProtocolError(ErrorCode.Forbidden, "You may not join here."),
        };
    }

    /// <summary>A page always sends an origin with a socket. Without one it is no page, and a cookie proves nothing.</summary>
    private static bool IsWithoutOrigin(HttpContext upgrade) => !upgrade.Request.Headers.ContainsKey(HeaderNames.Origin);

    private sealed class AuthenticateResultFeature : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
