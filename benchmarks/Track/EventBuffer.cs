using System.Buffers;
using System.Text.Json;
using Capsule.Internals;

namespace Capsule.Benchmarks.Track;

/// <summary>Where the JSON of one event goes, again and again: what a host does.</summary>
internal sealed class EventBuffer
{
    private static readonly JsonEncodedText Event = JsonEncodedText.Encode("event");
    private static readonly JsonEncodedText Change = JsonEncodedText.Encode("change");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Points = JsonEncodedText.Encode("points");

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;

    public EventBuffer() => _writer = new Utf8JsonWriter(_buffer, CapsuleJson.WriterOptions);

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public Utf8JsonWriter Begin()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        return _writer;
    }

    public void End() => _writer.Flush();

    /// <summary>The event as one would write it by hand.</summary>
    public void Write(Guid id, int points)
    {
        Utf8JsonWriter writer = Begin();
        writer.WriteStartObject();
        writer.WriteString(Event, Change);
        writer.WriteString(Id, id);
        writer.WriteStartObject(Data);
        writer.WriteNumber(Points, points);
        writer.WriteEndObject();
        writer.WriteEndObject();
        End();
    }
}
