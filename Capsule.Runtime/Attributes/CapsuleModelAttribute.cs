namespace Capsule;

/// <summary>
/// Makes a partial class a model: the generator gives it the base <see cref="CapsuleModel"/>, tracks every partial property, and
/// writes its mirror, the TypeScript class of the same shape.
/// </summary>
/// <remarks>The class must be partial, and neither generic, static, abstract nor a record; it needs a constructor without parameters.</remarks>
/// <param name="name">The name on the wire, unique in an application; by default the name of the class in camelCase.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class CapsuleModelAttribute(string? name = null) : Attribute
{
    /// <summary>The name on the wire; null for the name of the class in camelCase.</summary>
    public string? Name { get; } = name;
}
