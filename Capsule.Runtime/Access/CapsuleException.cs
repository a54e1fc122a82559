namespace Capsule;

/// <summary>Says no: what was asked does not fit the models, or is not allowed. Nothing has changed when it is thrown.</summary>
public sealed class CapsuleException : Exception
{
    /// <summary>A refusal.</summary>
    public CapsuleException(ErrorCode code, string message, string? attribute = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Attribute = attribute;
    }

    /// <summary>The kind of refusal.</summary>
    public ErrorCode Code { get; }

    /// <summary>The wire name of the attribute that it is about, or null.</summary>
    public string? Attribute { get; }

    internal CapsuleException About(string attribute) => new(Code, $"'{attribute}': {Message}", attribute, this);
}
