using Capsule.Internals;

namespace Capsule.Changes;

/// <summary>Names a place of models by ids, so that it is found again where an undo has made its owner anew.</summary>
/// <param name="Node">The collection or, where it is a child's place, the model that has the child.</param>
/// <param name="Child">The child's number; -1 for a collection.</param>
internal readonly record struct PlaceName(ModelId Node, int Child)
{
    public static PlaceName Of(ModelCollection place) => place is ChildSlot slot ? new(slot.Owner.Id, slot.Number) : new(place.Id, -1);

    /// <summary>The place, if the tree has it.</summary>
    public ModelCollection? Find(ModelTree tree) =>
        Child < 0 ? tree.FindCollection(Node)
        : tree.TryFind(Node, out CapsuleModel? owner) && Child < owner.ModelType.Children.Length ? owner.SlotAt(Child)
        : null;
}
