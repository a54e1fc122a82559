using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Capsule.Internals;

public static partial class AttributeValue
{
    /// <summary>The list that nobody set.</summary>
    public static IReadOnlyList<T> NoElements<T>() => ReadOnlyCollection<T>.Empty;

    /// <summary>The dictionary that nobody set.</summary>
    public static IReadOnlyDictionary<string, T> NoEntries<T>() => ReadOnlyDictionary<string, T>.Empty;

    /// <summary>True if both hold the same elements in the same order.</summary>
    public static bool SameList<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right, Func<T, T, bool> same)
    {
        ArgumentNullException.ThrowIfNull(same);
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }

        for (int index = 0; index < left.Count; index++)
        {
            if (!same(left[index], right[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if both have the same names with the same values, in whatever order.</summary>
    public static bool SameDictionary<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right, Func<T, T, bool> same)
    {
        ArgumentNullException.ThrowIfNull(same);
        return ReferenceEquals(left, right)
            || (left is not null && right is not null && left.Count == right.Count
                && left.All(entry => right.TryGetValue(entry.Key, out T? other) && same(entry.Value, other)));
    }

    /// <summary>A copy that cannot be changed, not even through a cast; a list that is such a copy already is kept. Null stays null.</summary>
    /// <param name="value">The list.</param>
    /// <param name="hold">Gives what may be held of an element, or throws.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static IReadOnlyList<T>? CopyList<T>(IReadOnlyList<T>? value, Func<T, T>? hold)
    {
        if (value is null or AttributeList<T>)
        {
            return value;
        }

        var copy = new T[value.Count];
        for (int index = 0; index < copy.Length; index++)
        {
            copy[index] = hold is null ? value[index] : hold(value[index]);
        }

        return new AttributeList<T>(copy);
    }

    /// <summary>As <see cref="CopyList"/>, of a dictionary. Its names are compared letter for letter.</summary>
    /// <param name="value">The dictionary.</param>
    /// <param name="hold">Gives what may be held of a value, or throws.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static IReadOnlyDictionary<string, T>? CopyDictionary<T>(IReadOnlyDictionary<string, T>? value, Func<T, T>? hold)
    {
        if (value is null or AttributeDictionary<T>)
        {
            return value;
        }

        var copy = new Dictionary<string, T>(value.Count, StringComparer.Ordinal);
        foreach ((string name, T entry) in value)
        {
            copy.Add(name, hold is null ? entry : hold(entry));
        }

        return new AttributeDictionary<T>(copy);
    }
}
