namespace Capsule.AspNetCore.Identity;

/// <summary>Somebody who may join, as far as the endpoint is concerned.</summary>
/// <param name="User">Who.</param>
/// <param name="Tenant">Whose trees they come to.</param>
/// <param name="Expires">When their ticket runs out; the end of time where it does not.</param>
/// <param name="GuestId">The id of the guest that their browser is known as, signed in or not; null if it is none.</param>
internal sealed record Arrival(CapsuleUser User, string Tenant, DateTimeOffset Expires, string? GuestId);
