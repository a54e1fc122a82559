using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>The attribute values that a model had before the running turn; only the slots of attributes that were set are used.
/// Generated code derives one class per model with a typed field per attribute. Pooled per tree.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BeforeImage
{
    /// <summary>The attributes, as bits, whose value really differs from the image; known from the moment the turn settles.</summary>
    internal ulong Differing { get; set; }

    /// <summary>Lets go of references, so that a pooled image keeps nothing alive.</summary>
    public abstract void Clear();
}
