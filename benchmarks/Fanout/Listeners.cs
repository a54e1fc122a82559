using System.Globalization;
using Capsule.Benchmarks.Wire;

namespace Capsule.Benchmarks.Fanout;

/// <summary>Many who listen to one broadcaster, in a process of their own. Asked for a number of changes, they answer when each of them has had as many: with the fewest and the most that one has
/// had, and how many messages and bytes came to all of them together since they began.</summary>
internal static class Listeners
{
    public const string Verb = "--listeners";

    /// <summary>What each change begins with; a message begins with a bracket before it.</summary>
    private static readonly byte[] Mark = "{\"event\":\"batch\",\"seq\":"u8.ToArray();

    public static async Task<int> RunAsync(Uri address, int count, bool isJoined)
    {
        Listener[] listeners = [.. Enumerable.Range(0, count).Select(static _ => new Listener())];
        for (int index = 0; index < count; index++)
        {
            await listeners[index].ConnectAsync(new UriBuilder(address) { Query = $"user={index}:none" }.Uri, isJoined);
        }

        Task[] listening = [.. listeners.Select(static listener => Task.Run(listener.ListenAsync))];
        Console.WriteLine("joined");
        while (Console.ReadLine() is { } line)
        {
            long changes = long.Parse(line, CultureInfo.InvariantCulture);
            while (listeners.Min(static listener => listener.Changes) < changes)
            {
                if (Array.Find(listening, static one => one.IsFaulted) is { } broken)
                {
                    await broken;
                }

                await Task.Delay(1);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{listeners.Min(static one => one.Changes)} {listeners.Max(static one => one.Changes)} {listeners.Sum(static one => one.Messages)} {listeners.Sum(static one => one.Bytes)}"));
        }

        return 0;
    }

    private sealed class Listener
    {
        private readonly RawSocket _socket = new();
        private readonly byte[] _buffer = new byte[64 * 1024];
        private long _changes;
        private long _messages;
        private long _bytes;

        public long Changes => Volatile.Read(ref _changes);

        public long Messages => Volatile.Read(ref _messages);

        public long Bytes => Volatile.Read(ref _bytes);

        public async Task ConnectAsync(Uri address, bool joins)
        {
            await _socket.ConnectAsync(address);
            if (joins)
            {
                await _socket.SendAsync(RawSocket.Join(Guid.NewGuid()));
                await _socket.ReadMessageAsync();
            }
        }

        public async Task ListenAsync()
        {
            int kept = 0;
            while (true)
            {
                int length = await _socket.ReceiveAsync(_buffer.AsMemory(kept));
                Volatile.Write(ref _bytes, _bytes + length);
                kept = Count(_buffer.AsSpan(0, kept + length));
            }
        }

        /// <summary>Counts the marks, and moves to the front what may be the beginning of one, with the byte before it.</summary>
        private int Count(Span<byte> come)
        {
            Span<byte> left = come;
            long changes = 0;
            long messages = 0;
            for (int at = left.IndexOf(Mark); at >= 0; at = left.IndexOf(Mark))
            {
                changes++;
                messages += at > 0 && left[at - 1] == '[' ? 1 : 0;
                left = left[(at + Mark.Length)..];
            }

            left = left[Math.Max(0, left.Length - Mark.Length)..];
            left.CopyTo(come);
            Volatile.Write(ref _messages, _messages + messages);
            Volatile.Write(ref _changes, _changes + changes);
            return left.Length;
        }
    }
}
