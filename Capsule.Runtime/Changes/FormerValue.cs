namespace Capsule.Changes;

/// <summary>An attribute that a turn changed. Of a reference, the values are the ids of its targets.</summary>
/// <param name="Model">The model.</param>
/// <param name="Type">Its class, which another model with its id need not have.</param>
/// <param name="Attribute">The attribute's number.</param>
/// <param name="Before">What it was before the turn.</param>
/// <param name="After">What the turn left.</param>
internal readonly record struct FormerValue(ModelId Model, ModelType Type, int Attribute, object? Before, object? After);
