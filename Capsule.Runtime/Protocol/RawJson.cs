using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Capsule.Internals;

namespace Capsule;

/// <summary>A piece of JSON kept as its UTF-8 bytes, letter for letter. Its maker vouches that it is one well-formed value.</summary>
/// <remarks>Immutable as long as the memory behind it is. The default value is no JSON at all: <see cref="IsAbsent"/>.</remarks>
public readonly struct RawJson : IEquatable<RawJson>
{
    /// <summary>The JSON <c>null</c>.</summary>
    public static RawJson Null { get; } = new("null"u8.ToArray());

    /// <summary>The JSON <c>[]</c>.</summary>
    public static RawJson EmptyArray { get; } = new("[]"u8.ToArray());

    /// <summary>Wraps bytes that are known to be one well-formed JSON value. Nothing is copied or checked.</summary>
    public RawJson(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>True where there is no JSON, not even <c>null</c>.</summary>
    public bool IsAbsent => Utf8.IsEmpty;

    /// <summary>True for the JSON <c>null</c>.</summary>
    public bool IsNull => Utf8.Span.SequenceEqual("null"u8);

    /// <summary>Takes a text as JSON after checking it.</summary>
    /// <exception cref="JsonException">The text is not exactly one JSON value.</exception>
    public static RawJson Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8, CapsuleJson.ReaderOptions);
        reader.Read();
        reader.Skip();
        while (reader.Read())
        {
        }

        return new(utf8);
    }

    /// <summary>The value that the reader stands on, as a slice of <paramref name="source"/>, the buffer that the reader reads from its start.
    /// Afterwards the reader stands on the value's last token.</summary>
    public static RawJson Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source)
    {
        int start = checked((int)reader.TokenStartIndex);
        reader.Skip();
        return new(source[start..checked((int)reader.BytesConsumed)]);
    }

    /// <summary>A reader that stands before the value.</summary>
    public Utf8JsonReader CreateReader() => new(Utf8.Span, CapsuleJson.ReaderOptions);

    /// <summary>Writes the bytes as they are.</summary>
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(Utf8.Span, skipInputValidation: true);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    /// <summary>True if the bytes are the same.</summary>
    public bool Equals(RawJson other) => Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }

    /// <summary>True if the bytes are the same.</summary>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>True if the bytes differ.</summary>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);
}
