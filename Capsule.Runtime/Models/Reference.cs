using System.Runtime.CompilerServices;

namespace Capsule;

/// <summary>A <see cref="ReferenceAttribute"/> attribute of a model. Two are the same if both are.</summary>
internal readonly record struct Reference(CapsuleModel Model, int Attribute)
{
    /// <summary>What it points at.</summary>
    public CapsuleModel? Target => (CapsuleModel?)Model.ValueOf(Attribute);

    public bool Equals(Reference other) => ReferenceEquals(Model, other.Model) && Attribute == other.Attribute;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Model), Attribute);
}
