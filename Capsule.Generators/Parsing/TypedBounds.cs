using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Parsing;

/// <summary>Bounds that <c>[Range(typeof(…), "…", "…")]</c> gives as texts, read as the converter of the type does in the invariant culture.</summary>
internal static class TypedBounds
{
    /// <summary>The bound; null where the text is none of this kind.</summary>
    public static RangeBound? Parse(ValueKind kind, string text, bool isInvariant) => kind switch
    {
        ValueKind.Int64 => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) ? RangeBound.Long(value, "L") : null,
        ValueKind.UInt64 => ulong.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out ulong value) ? RangeBound.Long(value, "UL") : null,
        ValueKind.Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? RangeBound.Of(value, value) : null,
        ValueKind.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsNaN(value) ? RangeBound.Of(value) : null,
        ValueKind.Single => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && !float.IsNaN(value) ? RangeBound.Of(value) : null,
        _ when LimitsOf(kind) is { } limits =>
            long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) && value >= limits.Lowest && value <= limits.Highest
                ? RangeBound.Whole(value, value, kind == ValueKind.Int32 ? "" : "L")
                : null,
        _ => MomentBounds.Parse(kind, text, isInvariant),
    };

    private static (long Lowest, long Highest)? LimitsOf(ValueKind kind) => kind switch
    {
        ValueKind.Byte => (byte.MinValue, byte.MaxValue),
        ValueKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        ValueKind.Int16 => (short.MinValue, short.MaxValue),
        ValueKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ValueKind.Int32 => (int.MinValue, int.MaxValue),
        ValueKind.UInt32 => (uint.MinValue, uint.MaxValue),
        _ => null,
    };
}
