using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>Written by the generator on a model that others derive from: says which models can be where it is declared, to whoever declares it in another
/// assembly.</summary>
/// <param name="models">The classes; the annotated one among them unless it is abstract.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CapsuleFamilyAttribute(params Type[] models) : Attribute
{
    /// <summary>The classes.</summary>
    public IReadOnlyList<Type> Models { get; } = models;
}
