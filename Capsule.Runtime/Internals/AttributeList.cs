using System.Collections.ObjectModel;

namespace Capsule.Internals;

/// <summary>A list that belongs to the attribute that holds it: its items were copied when it was made, and no cast leads to them.</summary>
internal sealed class AttributeList<T>(T[] items) : ReadOnlyCollection<T>(items);
