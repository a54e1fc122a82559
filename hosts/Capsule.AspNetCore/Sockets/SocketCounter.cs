using System.Collections.Concurrent;

namespace Capsule.AspNetCore.Sockets;

/// <summary>How many sockets each user has. Thread-safe.</summary>
internal sealed class SocketCounter
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Counts one more; null if that would be too many. Dispose what comes back when the socket ends.</summary>
    public IDisposable? TryOpen(string user, int max)
    {
        if (_open.AddOrUpdate(user, 1, (_, count) => count + 1) > max)
        {
            Close(user);
            return null;
        }

        return new Open(this, user);
    }

    private void Close(string user)
    {
        int left = _open.AddOrUpdate(user, 0, (_, count) => count - 1);
        if (left == 0)
        {
            _open.TryRemove(new(user, 0));
        }
    }

    private sealed class Open(SocketCounter counter, string user) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                counter.Close(user);
            }
        }
    }
}
