using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.AspNetCore.Identity;

/// <summary>Which authorization policies hold for somebody.</summary>
internal static class HeldPolicies
{
    /// <param name="context">The request, which is the policies' resource.</param>
    /// <param name="principal">Somebody who has signed in.</param>
    /// <param name="policies">Those that are tried.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(HttpContext context, ClaimsPrincipal principal, IEnumerable<string> policies)
    {
        var held = new List<string>();
        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        foreach (string policy in policies)
        {
            if ((await authorization.AuthorizeAsync(principal, context, policy).ConfigureAwait(false)).Succeeded)
            {
                held.Add(policy);
            }
        }

        return held;
    }
}
