using System.Net.WebSockets;
using System.Text;

namespace Capsule.Benchmarks.Seeing;

/// <summary>Clients in a process of their own, so that what they cost is not the server's. They read what comes and, when all of them have had the batch that was asked for, say so and how
/// many bytes came.</summary>
internal static class Readers
{
    public const string Verb = "--readers";

    private static readonly byte[] Seq = Encoding.UTF8.GetBytes("{\"event\":\"batch\",\"seq\":");

    private static long _bytes;

    /// <param name="address">The tree's.</param>
    /// <param name="users">A name and a role each, as <c>name:role</c>.</param>
    public static async Task<int> RunAsync(Uri address, IReadOnlyList<string> users)
    {
        Reader[] readers = [.. users.Select(static user => new Reader(user))];
        foreach (Reader reader in readers)
        {
            await reader.JoinAsync(address);
        }

        Console.WriteLine("joined");
        while (Console.ReadLine() is { } line)
        {
            long seq = long.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
            await Task.WhenAll(readers.Select(reader => reader.UntilAsync(seq)));
            Console.WriteLine(Interlocked.Exchange(ref _bytes, 0));
        }

        return 0;
    }

    private sealed class Reader(string user)
    {
        private readonly ClientWebSocket _socket = new();
        private readonly byte[] _buffer = new byte[256 * 1024];
        private long _seq;

        public async Task JoinAsync(Uri address)
        {
            _socket.Options.AddSubProtocol("capsule.v1");
            _socket.Options.SetRequestHeader("Origin", $"http://{address.Authority}");
            _socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await _socket.ConnectAsync(new UriBuilder(address) { Query = $"user={user}" }.Uri, default);
            await _socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"event":"join","client":"{{Guid.NewGuid()}}"}"""), WebSocketMessageType.Text, true, default);
            await ReadAsync();
        }

        public async Task UntilAsync(long seq)
        {
            while (_seq < seq)
            {
                int length = await ReadAsync();
                _seq = Math.Max(_seq, LastSeq(_buffer.AsSpan(0, length)));
            }
        }

        private async Task<int> ReadAsync()
        {
            int length = 0;
            ValueWebSocketReceiveResult result;
            do
            {
                result = await _socket.ReceiveAsync(_buffer.AsMemory(length), default);
                length += result.Count;
            }
            while (!result.EndOfMessage);

            Interlocked.Add(ref _bytes, length);
            return result.MessageType == WebSocketMessageType.Text ? length : throw new InvalidOperationException("The server closed a reader's socket.");
        }

        private static long LastSeq(ReadOnlySpan<byte> message)
        {
            int at = message.LastIndexOf(Seq);
            return at < 0 ? 0 : System.Buffers.Text.Utf8Parser.TryParse(message[(at + Seq.Length)..], out long seq, out _) ? seq : 0;
        }
    }
}
