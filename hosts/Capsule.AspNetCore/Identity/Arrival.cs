namespace Capsule.AspNetCore.Identity;

/// <summary>Somebody who may join, as far as the endpoint is concerned.</summary>
/// <param name="User">Who.</param>
/// <param name="Tenant">Whose trees they come to.</param>
/// <param name="Expires">When their ticket runs out; the end of time where it does not.</param>
internal sealed record Arrival(CapsuleUser User, string Tenant, DateTimeOffset Expires);
