namespace Capsule;

/// <summary>
/// Lets clients call this method, those of them to whom the model's <c>CanEdit</c> says yes, and other servers through a
/// <c>ModelHandle</c>, by a generated extension method.
/// </summary>
/// <remarks>The method is public, not static, not generic and not overloaded. Its arguments and its result have types that attributes may have;
/// a <c>TurnContext</c> among the parameters is filled by the host and is not on the wire. An argument that C# lets be left out can be
/// left out by clients too. A method for servers alone is <see cref="ServerCallableAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExposedAttribute : Attribute;
