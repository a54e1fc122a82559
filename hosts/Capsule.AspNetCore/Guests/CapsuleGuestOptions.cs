using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore;

/// <summary>How guests are known again.</summary>
public sealed class CapsuleGuestOptions
{
    /// <summary>The cookie that holds a guest's ticket. Default: <c>capsule.guest</c>, for the whole site, HttpOnly, <c>SameSite=Lax</c>, and Secure where the
    /// request is. Pages of another site, as <see cref="CapsuleOptions.AllowedOrigins"/> may name, need <c>SameSite=None</c>.</summary>
    public CookieBuilder Cookie { get; } = new()
    {
        Name = "capsule.guest",
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        IsEssential = true,
    };

    /// <summary>How long a guest is known who does not come back. Who comes back in the second half of it gets a new ticket, and stays the same. Default 90 days.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(90);
}
