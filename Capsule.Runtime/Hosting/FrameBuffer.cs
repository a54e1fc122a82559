using System.Buffers;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>Makes messages of frames. The buffer is used again and again; what comes out is a copy of the right size. One thread at a time.</summary>
internal sealed class FrameBuffer
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, CapsuleJson.WriterOptions);

    /// <summary>The JSON that <paramref name="write"/> writes.</summary>
    public byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        write(_writer, state);
        _writer.Flush();
        byte[] written = GC.AllocateUninitializedArray<byte>(_buffer.WrittenCount);
        _buffer.WrittenSpan.CopyTo(written);
        return written;
    }

    public byte[] Frame(Frame frame) => Write(frame, FrameJson.Write);

    public byte[] Message(params IEnumerable<Frame> frames) => Write(frames, FrameJson.WriteMessage);

    /// <summary>One message of frames that are JSON already.</summary>
    public static byte[] Join(params IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var message = new byte[frames.Sum(frame => frame.Length) + Math.Max(frames.Count + 1, 2)];
        message[0] = (byte)'[';
        message[^1] = (byte)']';
        int end = 1;
        for (int index = 0; index < frames.Count; index++)
        {
            if (index > 0)
            {
                message[end++] = (byte)',';
            }

            frames[index].Span.CopyTo(message.AsSpan(end));
            end += frames[index].Length;
        }

        return message;
    }
}
