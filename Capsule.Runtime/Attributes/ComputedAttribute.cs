namespace Capsule;

/// <summary>
/// A value that the model computes from others: a property with a getter of one expression, and no setter. The mirror has it too, translated to TypeScript, with
/// C#'s arithmetic and C#'s failures; both sides tell of a change of it (<see cref="CapsuleModel.On"/>, <c>change:name</c>).
/// </summary>
/// <remarks>It is not stored and does not travel. The expression reads the model, what is above and below it, and nothing else: no clock, no culture, no
/// method of one's own.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute : Attribute;
