namespace Capsule.Validation;

/// <summary>An attribute that is set once was to be changed.</summary>
internal sealed class ImmutableAttributeException(string message, string attribute) : InvalidOperationException(message)
{
    /// <summary>What it is to whoever asked for it.</summary>
    public CapsuleException ToRefusal() => new(ErrorCode.Invalid, $"'{attribute}' is set once, and it has a value already.", attribute, this);
}
