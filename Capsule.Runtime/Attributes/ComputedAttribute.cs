namespace Capsule;

/// <summary>
/// A value that the model computes from others: a property with a getter of one expression, and no setter. The mirror has it too, translated to TypeScript, with
/// C#'s arithmetic and C#'s failures; both sides tell of a change of it (<see cref="CapsuleModel.On"/>, <c>change:name</c>).
/// </summary>
/// <remarks>It is not stored and does not travel. The expression reads the model, what is above and below it, and nothing else: no clock, no culture, no
/// method of one's own. <see cref="OnServer"/> is for all that does not keep to this.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute : Attribute
{
    /// <summary>Whether the server alone computes it, and clients get what it comes to, like an attribute that server code sets. Its getter may then be any code, and read what is
    /// <see cref="ServerOnlyAttribute"/>. It is computed at the end of a turn that changed what it is computed from, and published if it is another; it is not stored. A getter that throws
    /// undoes the turn.</summary>
    public bool OnServer { get; init; }
}
