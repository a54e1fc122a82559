namespace Capsule.Access;

/// <summary>Asks the rules about an item that a user added, with all that came inside it: each nested item like an add of its own.</summary>
internal static class AddedItems
{
    public static void Demand(CapsuleUser user, ModelCollection collection, CapsuleModel item)
    {
        DemandItself(user, collection, item);
        DemandInside(user, item);
    }

    /// <summary>Asks about the item alone.</summary>
    public static void DemandItself(CapsuleUser user, ModelCollection collection, CapsuleModel item) =>
        Rule.Demand(user, $"add this {item.ModelType.Name}", () => collection.Info.EditableBy?.IsMetBy(user) != false && collection.MayAdd(user, item));

    private static void DemandInside(CapsuleUser user, CapsuleModel model)
    {
        for (int index = 0; index < model.ModelType.Children.Length; index++)
        {
            if (model.ChildAt(index) is { } child)
            {
                if (model.ModelType.Children[index].IsNullable)
                {
                    Rule.Demand(user, $"add this {child.ModelType.Name}", () => model.CanEdit(user));
                }

                DemandInside(user, child);
            }
        }

        for (int index = 0; index < model.ModelType.Collections.Length; index++)
        {
            ModelCollection collection = model.CollectionAt(index);
            foreach (CapsuleModel item in collection.Items)
            {
                Demand(user, collection, item);
            }
        }
    }
}
