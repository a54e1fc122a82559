namespace Capsule;

/// <summary>Keeps this attribute on the server: it is tracked and stored, but never sent to a client, nor taken from one, nor named in the mirror.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ServerOnlyAttribute : Attribute;
