using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>What a generated setter has to do around its write.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AttributeChange
{
    /// <summary>Write: the old value is kept already, or nobody wants it.</summary>
    Untracked,

    /// <summary>Keep the old value in the before-image, then write.</summary>
    Tracked,

    /// <summary>As <see cref="Tracked"/>; then end the turn that the write opened.</summary>
    OwnTurn,
}
