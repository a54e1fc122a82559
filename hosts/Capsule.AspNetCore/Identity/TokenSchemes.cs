using Microsoft.AspNetCore.Authentication;

namespace Capsule.AspNetCore.Identity;

/// <summary>Which of the application's authentication schemes says who somebody is.</summary>
internal static class TokenSchemes
{
    private static readonly string[] Usual = ["Bearer", "BearerToken"];

    /// <param name="schemes">The application's.</param>
    /// <param name="chosen">The scheme for tokens, as <see cref="CapsuleOptions.TokenScheme"/> names it.</param>
    /// <param name="hasToken">Whether there is a token.</param>
    public static async Task<string?> FindAsync(IAuthenticationSchemeProvider schemes, string? chosen, bool hasToken)
    {
        foreach (string name in !hasToken ? [] : chosen is null ? Usual : [chosen])
        {
            if (await schemes.GetSchemeAsync(name).ConfigureAwait(false) is not null)
            {
                return name;
            }
        }

        return (await schemes.GetDefaultAuthenticateSchemeAsync().ConfigureAwait(false))?.Name;
    }
}
