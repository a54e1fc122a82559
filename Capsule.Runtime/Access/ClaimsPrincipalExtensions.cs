using System.Security.Claims;

namespace Capsule;

internal static class ClaimsPrincipalExtensions
{
    public static string? FindFirstValue(this ClaimsPrincipal principal, string claim) => principal.FindFirst(claim)?.Value;
}
