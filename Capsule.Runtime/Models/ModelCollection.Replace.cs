using Capsule.Changes;

namespace Capsule;

public abstract partial class ModelCollection
{
    /// <summary>Makes the collection hold exactly these items in this order.</summary>
    internal void ReplaceItems(IReadOnlyList<CapsuleModel> items)
    {
        var wanted = new HashSet<CapsuleModel>(items);
        if (wanted.Count != items.Count)
        {
            throw new ArgumentException("An item is named twice. Name each item once.", nameof(items));
        }

        if (OwningTree is { } tree)
        {
            tree.Turn(() => ReplaceItems(items, wanted));
        }
        else
        {
            ReplaceItems(items, wanted);
        }
    }

    private void ReplaceItems(IReadOnlyList<CapsuleModel> items, HashSet<CapsuleModel> wanted)
    {
        foreach (CapsuleModel item in Items.Where(item => !wanted.Contains(item)).ToArray())
        {
            RemoveItem(item);
        }

        HashSet<CapsuleModel> settled = LongestRunInOrder(items);
        for (int index = 0; index < items.Count; index++)
        {
            CapsuleModel item = items[index];
            int behind = index == 0 ? 0 : IndexOf(items[index - 1]) + 1;
            if (item.Place is null)
            {
                InsertItem(behind, item);
            }
            else if (item.Place != this)
            {
                MoveItem(item, behind);
            }
            else if (!settled.Contains(item))
            {
                MoveItem(item, IndexOf(item) < behind ? behind - 1 : behind);
            }
        }
    }

    /// <summary>As many of the items as stand in the wanted order already: they need not move.</summary>
    private HashSet<CapsuleModel> LongestRunInOrder(IReadOnlyList<CapsuleModel> items)
    {
        var present = new Dictionary<CapsuleModel, int>(Count);
        for (int index = 0; index < Count; index++)
        {
            present.Add(Items[index], index);
        }

        List<CapsuleModel> here = [.. items.Where(present.ContainsKey)];
        return [.. LongestRun.Of([.. here.Select(item => present[item])]).Select(index => here[index])];
    }
}
