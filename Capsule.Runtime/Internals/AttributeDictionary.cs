using System.Collections.ObjectModel;

namespace Capsule.Internals;

/// <summary>A dictionary that belongs to the attribute that holds it: its entries were copied when it was made, and no cast leads to them.</summary>
internal sealed class AttributeDictionary<T>(Dictionary<string, T> entries) : ReadOnlyDictionary<string, T>(entries);
