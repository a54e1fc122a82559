using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>Implemented by generated code: gives the description of a model class without an instance of it.</summary>
/// <typeparam name="TSelf">The model class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICapsuleModel<TSelf>
    where TSelf : CapsuleModel, ICapsuleModel<TSelf>
{
    /// <summary>The description of the class.</summary>
    static abstract ModelType ModelType { get; }
}
