using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Capsule.AspNetCore.Guests;

/// <summary>What a guest's cookie says, sealed so that only the server can have written it.</summary>
/// <param name="Guest">A random id.</param>
/// <param name="Expires">Until when it counts.</param>
internal readonly record struct GuestTicket(Guid Guest, DateTimeOffset Expires)
{
    private const int Size = 24;

    /// <summary>As <see cref="CapsuleUser.Guest"/> takes it.</summary>
    public string Id => Guest.ToString("N");

    public static GuestTicket New(DateTimeOffset expires) => new(new Guid(RandomNumberGenerator.GetBytes(16)), expires);

    /// <summary>Reads a cookie; false if it was not sealed here, or was changed, or has run out.</summary>
    public static bool TryOpen(IDataProtector protector, string? cookie, DateTimeOffset now, out GuestTicket ticket)
    {
        ticket = default;
        if (cookie is null || !TryUnprotect(protector, cookie, out byte[]? bytes) || bytes.Length != Size)
        {
            return false;
        }

        long ticks = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16));
        ticket = new GuestTicket(new Guid(bytes.AsSpan(0, 16)), new DateTimeOffset(ticks, TimeSpan.Zero));
        return now < ticket.Expires;
    }

    public string Seal(IDataProtector protector)
    {
        var bytes = new byte[Size];
        Guest.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16), Expires.UtcTicks);
        return WebEncoders.Base64UrlEncode(protector.Protect(bytes));
    }

    private static bool TryUnprotect(IDataProtector protector, string cookie, [NotNullWhen(true)] out byte[]? bytes)
    {
        try
        {
            bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(cookie));
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            bytes = null;
            return false;
        }
    }
}
