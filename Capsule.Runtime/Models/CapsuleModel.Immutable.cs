using Capsule.Validation;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>True once the model has been in its tree at the end of a turn. What is undone, or taken from another copy of the tree, is written all the
    /// same.</summary>
    private bool IsSettled =>
        !IsUntracked && OwningTree is { IsApplying: false } tree && !(tree.IsFresh && tree.CurrentTurn is null && IsOfRoot);

    /// <summary>The root and its child models are there when the tree begins; nobody adds them in a turn.</summary>
    private bool IsOfRoot => Collection is null && (Parent?.IsOfRoot ?? true);

    /// <summary>Asked before an <see cref="ImmutableAttribute"/> attribute changes.</summary>
    /// <param name="attribute">The attribute's number.</param>
    /// <param name="isUnset">Whether what it has is nothing: null, an empty text, list or dictionary.</param>
    private void DemandMutable(int attribute, bool isUnset)
    {
        if (!isUnset && IsSettled)
        {
            AttributeInfo info = ModelType.Attributes[attribute];
            throw new ImmutableAttributeException(
                $"'{info.Property}' of the {ModelType.Name} {Id} is [Immutable] and has a value already. Set it before the model is added, or in the same turn; "
                + "to have another value, add another model.",
                info.Name);
        }
    }
}
