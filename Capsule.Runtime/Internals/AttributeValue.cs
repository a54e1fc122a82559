using System.Collections;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Capsule.Internals;

/// <summary>What generated setters ask about values: are two the same, may this one be held.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class AttributeValue
{
    /// <summary>The list that nobody set.</summary>
    public static IReadOnlyList<string> NoStrings => ReadOnlyCollection<string>.Empty;

    /// <summary>True if both are the same number to the last bit; 0.0 and -0.0 are not, since JSON tells them apart.</summary>
    internal static bool SameDouble(double left, double right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);

    /// <summary>True if both hold the same texts in the same order.</summary>
    internal static bool SameStrings(IReadOnlyList<string>? left, IReadOnlyList<string>? right)
    {
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
            if (!string.Equals(left[index], right[index], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A copy that cannot be changed, not even through a cast; a list that is such a copy already is kept.</summary>
    /// <exception cref="ArgumentNullException">The list, or an element, is null.</exception>
    internal static IReadOnlyList<string> Copy([NotNull] IReadOnlyList<string>? value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return CopyNullable(value);
    }

    /// <summary>As <see cref="Copy"/>; null stays null.</summary>
    /// <exception cref="ArgumentNullException">An element is null.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    internal static IReadOnlyList<string>? CopyNullable(IReadOnlyList<string>? value)
    {
        if (value is null or AttributeList<string>)
        {
            return value;
        }

        if (value.Count == 0)
        {
            return NoStrings;
        }

        var copy = new string[value.Count];
        for (int index = 0; index < copy.Length; index++)
        {
            copy[index] = value[index] ?? throw new ArgumentNullException(nameof(value), $"Element {index} of the list is null; a list holds texts.");
        }

        return new AttributeList<string>(copy);
    }

    /// <summary>The value itself, if JSON can carry it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    internal static double Finite(double value) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An attribute holds finite numbers only: JSON has no NaN and no infinity.");

    /// <summary>What to throw for an enum value that has no name, and so none on the wire.</summary>
    internal static ArgumentOutOfRangeException Undefined<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        new(nameof(value), value, $"{value} is no member of {typeof(TEnum).Name}, and only members have a name on the wire.");
}
