namespace Capsule.Internals;

public static partial class AttributeValue
{
    /// <inheritdoc cref="SameDouble(double, double)"/>
    internal static bool SameSingle(float left, float right) => BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right);

    /// <summary>True if both are the same number with the same digits: 1.0 and 1.00 are not, nor are 0 and -0.</summary>
    internal static bool SameDecimal(decimal left, decimal right) =>
        left == right && left.Scale == right.Scale && decimal.IsNegative(left) == decimal.IsNegative(right);

    /// <summary>True if both are the same address letter for letter.</summary>
    internal static bool SameUri(Uri? left, Uri? right) => string.Equals(left?.OriginalString, right?.OriginalString, StringComparison.Ordinal);

    /// <summary>True if both hold the same bytes.</summary>
    internal static bool SameBytes(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceEqual(right.Span);

    /// <inheritdoc cref="Finite(double)"/>
    internal static float Finite(float value) =>
        float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An attribute holds finite numbers only: JSON has no NaN and no infinity.");

    /// <summary>The moment itself, if it is one of UTC; what was never set is the first moment of UTC.</summary>
    /// <exception cref="ArgumentException">The moment is of local time, or does not say.</exception>
    public static DateTime Utc(DateTime value) =>
        value.Kind == DateTimeKind.Utc ? value
        : value == default ? DateTime.SpecifyKind(value, DateTimeKind.Utc)
        : throw new ArgumentException($"An attribute holds a DateTime of UTC, and this one has the kind {value.Kind}: convert it with ToUniversalTime, or use a DateTimeOffset.", nameof(value));

    /// <summary>The character itself, if it is one.</summary>
    /// <exception cref="ArgumentException">The value is half of a surrogate pair.</exception>
    internal static char Character(char value) =>
        char.IsSurrogate(value) ? throw new ArgumentException("An attribute holds whole characters, and this is half of a surrogate pair: use a string.", nameof(value)) : value;

    /// <summary>A copy of the bytes, which nobody else can change.</summary>
    internal static ReadOnlyMemory<byte> CopyBytes(ReadOnlyMemory<byte> value) => value.ToArray();

    /// <summary>The reference itself, which must not be null.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T NotNull<T>(T? value)
        where T : class =>
        value ?? throw new ArgumentNullException(nameof(value));
}
