using System.IO.Pipelines;

namespace Capsule.Tests.Simulation.Wire;

/// <summary>The server's end of a connection, as a stream: what the driver brings is read, what is written goes to the driver. While it is blocked, writes wait.</summary>
internal sealed class Cable(int socket, News news) : Stream
{
    private readonly Pipe _incoming = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private TaskCompletionSource? _blocked;
    private bool _isCut;
    private bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes have come.</summary>
    public void Bring(byte[] bytes)
    {
        if (_isCut || _isDisposed)
        {
            return;
        }

        _ = _incoming.Writer.WriteAsync(bytes).AsTask();
    }

    /// <summary>Nothing comes any more, and what is written goes nowhere.</summary>
    public void Cut()
    {
        if (_isCut || _isDisposed)
        {
            return;
        }

        _isCut = true;
        var reset = new IOException("The connection was reset.");
        _incoming.Writer.Complete(reset);
        _blocked?.TrySetException(reset);
    }

    /// <summary>Whether the other side takes what is written.</summary>
    public void Block(bool isBlocked)
    {
        if (isBlocked)
        {
            _blocked ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        else
        {
            _blocked?.TrySetResult();
            _blocked = null;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ReadResult read = await _incoming.Reader.ReadAsync(cancellationToken);
        int count = (int)Math.Min(buffer.Length, read.Buffer.Length);
        System.Buffers.ReadOnlySequence<byte> part = read.Buffer.Slice(0, count);
        System.Buffers.BuffersExtensions.CopyTo(part, buffer.Span);
        _incoming.Reader.AdvanceTo(part.End);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isCut || _isDisposed)
        {
            return ValueTask.FromException(new IOException("The connection was reset."));
        }

        news.Add(socket, buffer.ToArray());
        return _blocked is { } blocked ? new ValueTask(blocked.Task) : ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _incoming.Writer.Complete();
            _blocked?.TrySetException(new ObjectDisposedException(nameof(Cable)));
            news.Add(socket, null);
        }

        base.Dispose(disposing);
    }
}
