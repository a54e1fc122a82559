using Capsule.AspNetCore.Guests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Capsule.AspNetCore;

/// <summary>Knows guests again: those who have not signed in, by a ticket in a cookie. Added by <c>AddCapsuleGuests()</c>. Thread-safe.</summary>
public sealed class CapsuleGuests
{
    private static readonly object Known = new();
    private readonly IDataProtector _protector;
    private readonly CapsuleGuestOptions _options;
    private readonly TimeProvider _time;

    internal CapsuleGuests(IDataProtectionProvider protection, IOptions<CapsuleGuestOptions> options, TimeProvider time)
    {
        _protector = protection.CreateProtector("Capsule.Guests.v1");
        _options = options.Value;
        _time = time;
    }

    /// <summary>Which guest a request is from. One that brings no ticket, or none that counts, makes a new guest, whose ticket goes with the response: call it before that
    /// has begun. A page that opens several sockets at once wants this called when it is served, so that all of them are of the same guest.</summary>
    /// <returns>The id, as <see cref="CapsuleUser.Id"/> has it.</returns>
    public string Identify(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Find(context) is { } known)
        {
            return IdOf(known);
        }

        DateTimeOffset now = _time.GetUtcNow();
        bool isKnown = GuestTicket.TryOpen(_protector, context.Request.Cookies[Name], now, out GuestTicket ticket);
        if (!isKnown || ticket.Expires - now < _options.Lifetime / 2)
        {
            DateTimeOffset expires = now + _options.Lifetime;
            ticket = isKnown ? ticket with { Expires = expires } : GuestTicket.New(expires);
            CookieOptions cookie = _options.Cookie.Build(context);
            cookie.Expires = expires;
            context.Response.Cookies.Append(Name, ticket.Seal(_protector), cookie);
        }

        context.Items[Known] = ticket.Id;
        return IdOf(ticket.Id);
    }

    /// <summary>Which guest <see cref="Identify"/> found this request to be from, without what <see cref="CapsuleUser.Id"/> has before it; null if it was not asked.</summary>
    internal static string? Find(HttpContext context) => context.Items.TryGetValue(Known, out object? id) ? (string?)id : null;

    private static string IdOf(string guest) => CapsuleUser.Guest(guest).Id!;

    private string Name => _options.Cookie.Name!;
}
