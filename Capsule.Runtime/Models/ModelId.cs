using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Capsule;

/// <summary>The identity of a model or a collection: a UUID, version 7 (RFC 9562) where this library makes it, any version where it came in.</summary>
/// <remarks>On the wire it is 36 characters, lower case, with hyphens. Immutable; safe to share between threads.</remarks>
/// <param name="Value">The UUID.</param>
public readonly record struct ModelId(Guid Value) : ISpanParsable<ModelId>, IUtf8SpanFormattable
{
    /// <summary>A new id of version 7, in the order of the system clock's milliseconds.</summary>
    public static ModelId New() => new(Guid.CreateVersion7());

    /// <summary>A new id of version 7 for the given moment.</summary>
    public static ModelId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>True for the id that nothing has: all zeros.</summary>
    public bool IsEmpty => Value == Guid.Empty;

    /// <summary>Reads a UUID with hyphens, in either case.</summary>
    /// <exception cref="FormatException">The text is no UUID.</exception>
    public static ModelId Parse(string text) => Parse(text, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static ModelId Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc cref="Parse(string)"/>
    public static ModelId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out ModelId id) ? id : throw new FormatException($"'{s}' is no id: an id is a UUID of 36 characters with hyphens.");

    /// <summary>Reads a UUID with hyphens, in either case; false if the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ModelId id) => TryParse(text.AsSpan(), null, out id);

    /// <inheritdoc cref="TryParse(string?, out ModelId)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModelId result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out ModelId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ModelId result)
    {
        bool parsed = Guid.TryParseExact(s, "D", out Guid value);
        result = new(value);
        return parsed;
    }

    /// <inheritdoc cref="TryParse(string?, out ModelId)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out ModelId id)
    {
        bool parsed = Utf8Parser.TryParse(utf8, out Guid value, out int used, 'D') && used == utf8.Length;
        id = new(parsed ? value : Guid.Empty);
        return parsed;
    }

    /// <summary>The UUID in lower case with hyphens.</summary>
    public override string ToString() => Value.ToString("D");

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format ?? "D", formatProvider);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(utf8Destination, out bytesWritten, format.IsEmpty ? "D" : format);
}
