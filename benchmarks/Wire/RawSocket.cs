using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Capsule.Benchmarks.Wire;

/// <summary>A WebSocket client that does as little as there can be, and sees every byte that comes.</summary>
internal sealed class RawSocket : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[128 * 1024];
    private int _payload;
    private int _end;

    /// <summary>The last message that was read whole.</summary>
    public ReadOnlyMemory<byte> Message => _buffer.AsMemory(_payload, _end - _payload);

    /// <summary>The message that opens a session.</summary>
    public static string Join(Guid client, string members = "") => $$"""{"event":"join","client":"{{client}}"{{members}}}""";

    public async Task ConnectAsync(Uri address)
    {
        await _socket.ConnectAsync(address.Host, address.Port);
        await _socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: http://{address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\nSec-WebSocket-Protocol: capsule.v1\r\n\r\n"));
        int length = 0;
        while (_buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            length += await ReceiveAsync(_buffer.AsMemory(length));
        }

        if (!_buffer.AsSpan().StartsWith("HTTP/1.1 101"u8))
        {
            throw new InvalidOperationException($"The server did not take the socket: {Encoding.ASCII.GetString(_buffer, 0, length)}");
        }
    }

    /// <summary>Sends a text; the mask is nothing but zeros.</summary>
    public async Task SendAsync(string text)
    {
        byte[] payload = Encoding.UTF8.GetBytes(text);
        byte[] size = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0xFE, (byte)(payload.Length >> 8), (byte)payload.Length];
        byte[] frame = [0x81, .. size, 0, 0, 0, 0, .. payload];
        await _socket.SendAsync(frame);
    }

    /// <summary>Reads what is there.</summary>
    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        int length = await _socket.ReceiveAsync(buffer);
        return length > 0 ? length : throw new InvalidOperationException("The server closed a socket.");
    }

    /// <summary>Reads one message, behind which nothing may come yet.</summary>
    /// <returns>How many bytes it took on the wire.</returns>
    public async Task<int> ReadMessageAsync()
    {
        int length = 0;
        while (!IsWhole(length))
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, 4 * length);
            }

            length += await ReceiveAsync(_buffer.AsMemory(length));
        }

        return _end == length ? length : throw new InvalidOperationException("More came than one message.");
    }

    public void Dispose() => _socket.Dispose();

    private bool IsWhole(int length)
    {
        if (length < 2)
        {
            return false;
        }

        int size = _buffer[1] & 0x7F;
        _payload = size switch { 126 => 4, 127 => 10, _ => 2 };
        if (length < _payload)
        {
            return false;
        }

        _end = _payload + size switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(2)),
            127 => checked((int)BinaryPrimitives.ReadUInt64BigEndian(_buffer.AsSpan(2))),
            _ => size,
        };
        return _buffer[0] == 0x81 ? length >= _end : throw new InvalidOperationException("What came is not one whole text.");
    }
}
