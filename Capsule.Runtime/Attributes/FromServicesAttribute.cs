namespace Capsule;

/// <summary>
/// The parameter of an <see cref="ExposedAttribute"/> or <see cref="ServerCallableAttribute"/> method comes from the application's services, not from
/// who calls: it is not on the wire, neither in the mirror nor in the handles.
/// </summary>
/// <remarks>Each call has a scope of services of its own, which ends when the turn has. A nullable parameter is null where no such service is registered. ASP.NET Core's
/// attribute of this name is understood just as well.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
