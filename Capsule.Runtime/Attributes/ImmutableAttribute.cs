namespace Capsule;

/// <summary>
/// Lets this attribute be set once. It is free while the model is being made: in its constructor and initializer, and until the end of the turn that
/// adds it or that begins its tree. Afterwards only null, an empty text or an empty list can still be replaced, once; any other change throws.
/// </summary>
/// <remarks>With <see cref="ClientEditableAttribute"/>, a client may give it in an add. A client's later change is refused as
/// <see cref="ErrorCode.Invalid"/>, and so is an <c>Mport</c> that would change it in a model that is there. A model that was removed from its tree is free again.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ImmutableAttribute : Attribute;
