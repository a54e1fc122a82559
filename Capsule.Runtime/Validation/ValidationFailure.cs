namespace Capsule;

/// <summary>A rule that a model does not keep.</summary>
/// <param name="Attribute">The attribute's name on the wire; null where it is about the model as a whole.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record ValidationFailure(string? Attribute, string Message)
{
    /// <summary>The model; <see cref="CapsuleModel.Validate(bool)"/> fills it in.</summary>
    public CapsuleModel? Model { get; init; }
}
