using System.Buffers;
using System.Text.Json;
using Capsule.Internals;

namespace Capsule.Snapshots;

/// <summary>Takes an export whose length nobody knows beforehand. Its memory is borrowed: dispose it when what was written has been copied.</summary>
internal sealed class ExportBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _count;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>One value as JSON.</summary>
    public static RawJson Json<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        using var buffer = new ExportBuffer();
        using var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions);
        write(writer, state);
        writer.Flush();
        return new(buffer.Written.ToArray());
    }

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_bytes.Length - _count <= sizeHint)
        {
            Grow(sizeHint);
        }

        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Grow(int atLeast)
    {
        int length = (int)Math.Min(Math.Max(2L * _bytes.Length, (long)_count + atLeast + 1), Array.MaxLength);
        byte[] larger = ArrayPool<byte>.Shared.Rent(length);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
