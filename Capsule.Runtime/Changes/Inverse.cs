using System.Numerics;
using Capsule.Access;
using Capsule.Internals;
using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule.Changes;

/// <summary>What takes a turn back in a later one, where what it did still stands. Names everything by ids and keeps no model alive. Immutable.</summary>
internal sealed class Inverse
{
    private Inverse(IReadOnlyList<Asked> asked) => Asked = asked;

    /// <summary>What was asked for, and is permitted again before it is taken back.</summary>
    public IReadOnlyList<Asked> Asked { get; }

    /// <summary>The steps of structure, the last one first.</summary>
    public IReadOnlyList<FormerStep> Steps { get; private init; } = [];

    /// <summary>How the turn left the items of these steps.</summary>
    public IReadOnlyDictionary<ModelId, LeftItem> Items { get; private init; } = new Dictionary<ModelId, LeftItem>();

    /// <summary>The attributes.</summary>
    public IReadOnlyList<FormerValue> Values { get; private init; } = [];

    /// <summary>About how much memory it takes.</summary>
    public long Bytes { get; private init; } = 64;

    /// <summary>Of a turn that changed nothing.</summary>
    public static Inverse Nothing(IReadOnlyList<Asked> asked) => new(asked);

    /// <summary>Of the turn that is being committed, while its log can be read.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="asked">What was asked for.</param>
    public static Inverse Of(ModelTree tree, IReadOnlyList<Asked> asked)
    {
        List<FormerStep> steps = StepsOf(tree.Log.Structure, item => item.IsUntracked && !tree.Registry.Holds(item));
        Dictionary<ModelId, LeftItem> items = ItemsOf(tree);
        List<FormerValue> values = ValuesOf(tree);
        return new(asked)
        {
            Steps = steps,
            Items = items,
            Values = values,
            Bytes = 64 + (64 * (asked.Count + steps.Count)) + items.Values.Sum(item => 96L + item.Xport.Utf8.Length) + values.Sum(value => 96 + Length(value.Before) + Length(value.After)),
        };
    }

    /// <summary>Walks back through the steps on copies of the collections, to know who stood behind each item.</summary>
    /// <param name="steps">All steps.</param>
    /// <param name="isPassing">Whether an item came and went in the turn: when that is taken back, nothing can be put below it, nor before it.</param>
    private static List<FormerStep> StepsOf(List<StructureEntry> steps, Func<CapsuleModel, bool> isPassing)
    {
        var copies = new Dictionary<ModelCollection, List<CapsuleModel>>();
        var former = new List<FormerStep>(steps.Count);
        var passing = steps.Select(step => step.Item).Where(isPassing).ToHashSet<CapsuleModel>(ReferenceEqualityComparer.Instance);
        for (int number = steps.Count - 1; number >= 0; number--)
        {
            StructureEntry step = steps[number];
            if (step.To is { } to)
            {
                List<CapsuleModel> left = Copy(to);
                if (left.ElementAtOrDefault(step.ToIndex) == step.Item)
                {
                    left.RemoveAt(step.ToIndex);
                }
                else
                {
                    left.Remove(step.Item);
                }
            }

            if (step.From is not { } from)
            {
                former.Add(new(step.Kind, step.Item.Id, default, null, 0));
                continue;
            }

            List<CapsuleModel> items = Copy(from);
            int index = Math.Min(step.FromIndex, items.Count);
            if (!passing.Contains(step.Item) && !isPassing(from.Owner))
            {
                CapsuleModel? next = items.Skip(index).FirstOrDefault(item => !passing.Contains(item));
                former.Add(new(step.Kind, step.Item.Id, PlaceName.Of(from), next?.Id, index));
            }

            items.Insert(index, step.Item);
        }

        return former;

        List<CapsuleModel> Copy(ModelCollection collection)
        {
            if (!copies.TryGetValue(collection, out List<CapsuleModel>? copy))
            {
                copies.Add(collection, copy = [.. collection.Items]);
            }

            return copy;
        }
    }

    private static Dictionary<ModelId, LeftItem> ItemsOf(ModelTree tree)
    {
        var items = new Dictionary<ModelId, LeftItem>();
        foreach (StructureEntry step in tree.Log.Structure)
        {
            CapsuleModel item = step.Item;
            if (items.ContainsKey(item.Id))
            {
                continue;
            }

            if (tree.Registry.Holds(item))
            {
                bool isReordered = step.From == item.Place;
                (ModelId? before, ModelId? behind) = isReordered ? (LeftItem.Sibling(item, -1), LeftItem.Sibling(item, 1)) : (null, null);
                items.Add(item.Id, new(PlaceName.Of(item.Place!), before, behind, isReordered, default, null));
            }
            else if (item.IsUntracked)
            {
                // It came and went, perhaps with what held it, whose export has it.
                items.Add(item.Id, new(null, null, null, IsReordered: false, default, null));
            }
            else
            {
                ModelType type = step.From!.ItemType;
                items.Add(item.Id, new(null, null, null, IsReordered: false, Export(item, type), type));
            }
        }

        return items;
    }

    private static RawJson Export(CapsuleModel item, ModelType declared) =>
        ExportBuffer.Json((item, declared), static (writer, one) => XportWriter.Write(writer, one.item, XportOptions.Everything, one.declared));

    private static List<FormerValue> ValuesOf(ModelTree tree)
    {
        var values = new List<FormerValue>();
        foreach (DirtyModel dirty in tree.Log.Dirty)
        {
            CapsuleModel model = dirty.Model;
            for (ulong rest = dirty.Differing; rest != 0; rest &= rest - 1)
            {
                int attribute = BitOperations.TrailingZeroCount(rest);
                if (!model.ModelType.Attributes[attribute].Access.HasFlag(AttributeAccess.Computed))
                {
                    values.Add(new(model.Id, model.ModelType, attribute, Named(model.ValueBefore(attribute)), Named(model.ValueOf(attribute))));
                }
            }
        }

        return values;
    }

    private static object? Named(object? value) => value is CapsuleModel target ? target.Id : value;

    private static long Length(object? value) => value switch
    {
        string text => 2 * text.Length,
        System.Collections.ICollection many => 32 * many.Count,
        ReadOnlyMemory<byte> bytes => bytes.Length,
        _ => 0,
    };
}
