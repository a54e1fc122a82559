namespace Capsule;

/// <summary>Lets clients set this attribute, those of them to whom the model's <c>CanEdit</c> says yes. Without it only server code sets it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientEditableAttribute : Attribute;
