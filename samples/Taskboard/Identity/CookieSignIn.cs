using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Taskboard.Domain;

namespace Taskboard.Identity;

/// <summary>Signing in with a name and nothing else: enough to show who did what. Not for use where it matters who somebody is.</summary>
internal static class CookieSignIn
{
    private const int LongestName = 30;

    public static void AddCookieSignIn(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "taskboard";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/me", (ClaimsPrincipal user) => user.Identity?.Name is { } name
            ? Results.Json(new Me(name, user.IsInRole(Roles.Member)))
            : Results.NoContent());
        endpoints.MapPost("/sign-in", SignInAsync);
        endpoints.MapPost("/sign-out", (HttpContext context) => context.SignOutAsync());
    }

    private static async Task<IResult> SignInAsync(SignIn form, HttpContext context)
    {
        string name = string.Join(' ', (form.Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return Results.BadRequest($"Please give a name of 1 to {LongestName} characters.");
        }

        await context.SignInAsync(new ClaimsPrincipal(IdentityOf(name, isMember: !form.JustLooking)));
        return Results.Json(new Me(name, !form.JustLooking));
    }

    private static ClaimsIdentity IdentityOf(string name, bool isMember)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, name));
        if (isMember)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, Roles.Member));
        }

        return identity;
    }

    /// <summary>What the form sends.</summary>
    private sealed record SignIn(string? Name, bool JustLooking);

    /// <summary>What the page knows of its user.</summary>
    private sealed record Me(string Name, bool IsMember);
}
