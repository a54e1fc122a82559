namespace Capsule.Tests.Domains.Orders;

/// <summary>Where something goes.</summary>
public sealed record Address(string Street, string City, string Country);
