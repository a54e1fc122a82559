using System.Collections;
using System.Runtime.CompilerServices;

namespace Capsule;

/// <summary>An ordered collection of models that belong to its owner. It is not set but changed: each call is a turn of its own, or part of
/// the running one.</summary>
/// <remarks>A class of one's own gives it rules of its own: <c>public class Comments : ModelCollection&lt;Comment&gt;</c>. It has a constructor without
/// parameters, and no state: what is not an attribute of a model is neither kept nor sent.</remarks>
/// <typeparam name="TModel">The items' class.</typeparam>
public partial class ModelCollection<TModel> : ModelCollection, IReadOnlyList<TModel>
    where TModel : CapsuleModel
{
    /// <summary>The item at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public TModel this[int index] => Unsafe.As<TModel>(Items[index]);

    /// <summary>Adds a model at the end.</summary>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidOperationException">It is in a collection already, or above this one.</exception>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Conflict"/>: its id, or one below it, is taken in this tree.</exception>
    public TModel Add(TModel item)
    {
        InsertItem(Count, item);
        return item;
    }

    /// <summary>Adds a model at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
    /// <inheritdoc cref="Add"/>
    public TModel Insert(int index, TModel item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        InsertItem(index, item);
        return item;
    }

    /// <summary>Removes an item and all below it; false, and nothing happens, if it is not here.</summary>
    public bool Remove(TModel item)
    {
        if (item is null || item.Collection != this)
        {
            return false;
        }

        RemoveItem(item);
        return true;
    }

    /// <summary>Removes the item at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public void RemoveAt(int index) => RemoveItem(Items[index]);

    /// <summary>Moves an item of this collection, or of another one in the same tree with all below it and its id, so that it stands at
    /// <paramref name="index"/> afterwards; an index out of range is brought into it.</summary>
    /// <exception cref="ArgumentException">The model is in no collection of this tree.</exception>
    public void Move(TModel item, int index)
    {
        ArgumentNullException.ThrowIfNull(item);
        MoveItem(item, index);
    }

    /// <summary>Makes the collection hold exactly these items in this order, in one turn, with the fewest steps: what is here and stays keeps its
    /// place among its like, what is in another collection of the tree moves, the rest is added or removed.</summary>
    /// <exception cref="ArgumentException">An item is named twice.</exception>
    public void ReplaceAll(IEnumerable<TModel> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        ReplaceItems([.. items]);
    }

    /// <summary>The items of which an attribute, or whatever else is asked of them, has this value.</summary>
    /// <param name="property">What to compare, such as <c>card =&gt; card.Done</c>.</param>
    /// <param name="value">By the default comparer: two lists are equal only if they are one and the same.</param>
    public IReadOnlyList<TModel> FilterByProperty<TValue>(Func<TModel, TValue> property, TValue value)
    {
        ArgumentNullException.ThrowIfNull(property);
        return [.. this.Where(item => EqualityComparer<TValue>.Default.Equals(property(item), value))];
    }

    /// <summary>The first such item; null if there is none.</summary>
    /// <inheritdoc cref="FilterByProperty"/>
    public TModel? FindByProperty<TValue>(Func<TModel, TValue> property, TValue value)
    {
        ArgumentNullException.ThrowIfNull(property);
        return this.FirstOrDefault(item => EqualityComparer<TValue>.Default.Equals(property(item), value));
    }

    /// <summary>Does the same with each item that is here, in one turn: all of it, or nothing if it throws.</summary>
    /// <param name="set">Such as <c>card =&gt; card.Done = true</c>. It may remove items, and add some: those are left alone.</param>
    public void SetAll(Action<TModel> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        TModel[] items = [.. this];
        Owner.Tree.Turn(() => Array.ForEach(items, set));
    }

    /// <summary>Goes through the items; changing the collection meanwhile makes it throw.</summary>
    public IEnumerator<TModel> GetEnumerator()
    {
        foreach (CapsuleModel item in Items)
        {
            yield return Unsafe.As<TModel>(item);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
