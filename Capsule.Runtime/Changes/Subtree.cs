namespace Capsule.Changes;

/// <summary>Walks a model and all below it.</summary>
internal static class Subtree
{
    /// <summary>Calls for the model, then for each collection and model below it.</summary>
    public static void Visit(CapsuleModel model, Action<CapsuleNode> visit)
    {
        visit(model);
        ModelType type = model.ModelType;
        for (int index = 0; index < type.Children.Length; index++)
        {
            if (model.ChildAt(index) is { } child)
            {
                Visit(child, visit);
            }
        }

        for (int index = 0; index < type.Collections.Length; index++)
        {
            ModelCollection collection = model.CollectionAt(index);
            visit(collection);
            for (int position = 0; position < collection.Count; position++)
            {
                Visit(collection.Items[position], visit);
            }
        }
    }

    /// <summary>At the end of a turn: what is in the tree is tracked, what is in none forgets it.</summary>
    public static void Settle(CapsuleModel top)
    {
        bool inTree = top.OwningTree is { } tree && tree.Registry.Holds(top);
        Visit(top, inTree ? StartTracking : StopTracking);
    }

    /// <summary>The node is in no tree.</summary>
    public static void StopTracking(CapsuleNode node)
    {
        if (node is CapsuleModel model)
        {
            model.StopTracking();
        }
        else
        {
            node.OwningTree = null;
        }
    }

    private static void StartTracking(CapsuleNode node) => (node as CapsuleModel)?.StartTracking();
}
