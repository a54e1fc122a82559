using System.Collections.ObjectModel;

namespace Capsule.Internals;

public static partial class AttributeValue
{
    /// <summary>The list that nobody set.</summary>
    public static IReadOnlyList<T> NoElements<T>() => ReadOnlyCollection<T>.Empty;

    /// <summary>The dictionary that nobody set.</summary>
    public static IReadOnlyDictionary<string, T> NoEntries<T>() => ReadOnlyDictionary<string, T>.Empty;
}
