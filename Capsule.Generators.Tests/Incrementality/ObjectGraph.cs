using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Tests.Incrementality;

/// <summary>All that an object leads to: its fields, its items, and theirs.</summary>
internal static class ObjectGraph
{
    public static IReadOnlyCollection<object> Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Visit(root, seen);
        return seen;
    }

    private static void Visit(object? node, HashSet<object> seen)
    {
        if (node is null || node is Type or Pointer || !seen.Add(node) || node is string or SourceText || node.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            return;
        }

        if (node is IEnumerable items and not IDictionary && !IsDefaultArray(node))
        {
            foreach (object? item in items)
            {
                Visit(item, seen);
            }
        }

        for (Type? type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(node), seen);
            }
        }
    }

    /// <summary>An immutable array that was never set, which has no items and does not say so.</summary>
    private static bool IsDefaultArray(object node) => node.GetType().GetProperty("IsDefault")?.GetValue(node) is true;
}
