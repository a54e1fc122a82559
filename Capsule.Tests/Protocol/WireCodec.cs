using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

/// <summary>The reader and the writer for a category of examples.</summary>
public sealed record WireCodec(Func<ReadOnlyMemory<byte>, object> Read, Action<Utf8JsonWriter, object> WriteTo)
{
    // The settings of the wire; the writer checks the structure, which in production it does not.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WireCodec For(string category) => category switch
    {
        "client" => new(utf8 => ClientMessageJson.Read(utf8), (writer, message) => ClientMessageJson.Write(writer, (ClientMessage)message)),
        "op" => new(utf8 => OpJson.Read(utf8), (writer, op) => OpJson.Write(writer, (Op)op)),
        "event" => new(utf8 => EventJson.Read(utf8), (writer, happened) => EventJson.Write(writer, (ModelEvent)happened)),
        "frame" or "code" => new(utf8 => FrameJson.Read(utf8), (writer, frame) => FrameJson.Write(writer, (Frame)frame)),
        "batch" => new(utf8 => FrameJson.ReadMessage(utf8), (writer, frames) => FrameJson.WriteMessage(writer, (IReadOnlyList<Frame>)frames)),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Say here how this category of examples is read and written."),
    };

    public static WireCodec ForExample(string name) => For(ProtocolExamples.CategoryOf(name));

    public byte[] Write(object value) => Written(writer => WriteTo(writer, value));

    /// <summary>What a writer with the wire's own settings makes of it.</summary>
    public static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
