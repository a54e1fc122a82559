using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>The arguments of a call that a generated method writes, one JSON value after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallArguments : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Opens the list.</summary>
    public CallArguments()
    {
        Writer = new Utf8JsonWriter(_buffer, CapsuleJson.WriterOptions);
        Writer.WriteStartArray();
    }

    /// <summary>Takes the values.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Closes the list and gives its JSON.</summary>
    public RawJson ToJson()
    {
        Writer.WriteEndArray();
        Writer.Flush();
        return new(_buffer.WrittenMemory);
    }

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();
}
