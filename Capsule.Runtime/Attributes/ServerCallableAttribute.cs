namespace Capsule;

/// <summary>
/// Lets server code call this method of a model through a <c>ModelHandle</c>, from any server, by a generated extension method. Clients neither may call it nor
/// hear of it.
/// </summary>
/// <remarks>As with <see cref="ExposedAttribute"/>, the method is public, not generic and not overloaded, its arguments and its result have types that attributes may have, what
/// comes from the turn or from services is filled by the host, and one that waits for something is static.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerCallableAttribute : Attribute;
