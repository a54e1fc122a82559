using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.AspNetCore.Sockets;

/// <summary>Makes messages of the gateway's own frames.</summary>
internal static class FrameMessage
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The message that is a heartbeat.</summary>
    public static ReadOnlyMemory<byte> Heartbeat { get; } = "[]"u8.ToArray();

    public static byte[] Of(Frame frame)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            FrameJson.WriteMessage(writer, [frame]);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
