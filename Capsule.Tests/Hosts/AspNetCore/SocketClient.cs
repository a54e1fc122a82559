using System.Net.WebSockets;
using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>A client that speaks the protocol by hand.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    private SocketClient()
    {
    }

    public string? Subprotocol => _socket.SubProtocol;

    public string Client { get; init; } = Guid.NewGuid().ToString();

    /// <summary>The cookies that came with the socket, each whole.</summary>
    public IReadOnlyList<string> SetCookies => _socket.HttpResponseHeaders!.TryGetValue("Set-Cookie", out IEnumerable<string>? cookies) ? [.. cookies] : [];

    /// <param name="server">The server.</param>
    /// <param name="path">Below the path of Capsule.</param>
    /// <param name="cookie">A cookie; with one the server's own origin is sent, unless another is given.</param>
    /// <param name="origin">The header; empty for none.</param>
    /// <param name="subprotocol">What is offered; null for nothing.</param>
    /// <param name="id">The client id; null for a new one.</param>
    public static async Task<SocketClient> OpenAsync(
        Server server, string path = "hall/42", string? cookie = null, string? origin = null, string? subprotocol = "capsule.v1", string? id = null)
    {
        var client = new SocketClient { Client = id ?? Guid.NewGuid().ToString() };
        client._socket.Options.CollectHttpResponseDetails = true;
        if (subprotocol is not null)
        {
            client._socket.Options.AddSubProtocol(subprotocol);
        }

        if (cookie is not null)
        {
            client._socket.Options.SetRequestHeader("Cookie", cookie);
        }

        if ((origin ?? (cookie is null ? "" : server.Origin)) is { Length: > 0 } sent)
        {
            client._socket.Options.SetRequestHeader("Origin", sent);
        }

        await client._socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/capsule/{path}"), CancellationToken.None).WaitAsync(Patience);
        return client;
    }

    /// <summary>Opens a socket of a member and joins.</summary>
    public static async Task<SocketClient> MemberAsync(Server server, string name = "anna", string path = "hall/42")
    {
        SocketClient client = await OpenAsync(server, path, await server.CookieAsync(name));
        await client.JoinedAsync();
        return client;
    }

    public Task JoinAsync(string? token = null) =>
        SendAsync($$"""{"event":"join","client":"{{Client}}"{{(token is null ? "" : $",\"token\":\"{token}\"")}}}""");

    public async Task<InitialFrame> JoinedAsync(string? token = null)
    {
        await JoinAsync(token);
        return (InitialFrame)(await NextAsync())[0];
    }

    public Task TurnAsync(long number, params IEnumerable<string> ops) => SendAsync($$"""{"event":"turn","turn":{{number}},"ops":[{{string.Join(',', ops)}}]}""");

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) => _socket.SendAsync(bytes, type, true, CancellationToken.None).WaitAsync(Patience);

    public async Task<IReadOnlyList<Frame>> NextAsync() => FrameJson.ReadMessage(Encoding.UTF8.GetBytes(await NextTextAsync()));

    public async Task<TFrame> NextAsync<TFrame>()
        where TFrame : Frame
    {
        IReadOnlyList<Frame> frames = await NextAsync();
        Assert.That(frames, Has.Count.EqualTo(1));
        Assert.That(frames[0], Is.InstanceOf<TFrame>());
        return (TFrame)frames[0];
    }

    /// <summary>The next message, as it travels.</summary>
    public async Task<string> NextTextAsync() => await ReceiveAsync()
        ?? throw new AssertionException($"The socket was closed with {_socket.CloseStatus} '{_socket.CloseStatusDescription}'.");

    /// <summary>Reads to the end.</summary>
    /// <returns>The error of the last frame, if that was an end, and the close code.</returns>
    public async Task<(ProtocolError? Error, int Code)> EndAsync()
    {
        Frame? last = null;
        while (await ReceiveAsync() is { } text)
        {
            last = FrameJson.ReadMessage(Encoding.UTF8.GetBytes(text)) is [.., Frame frame] ? frame : last;
        }

        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        return ((last as EndedFrame)?.Error, (int)_socket.CloseStatus!.Value);
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None).WaitAsync(Patience);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        while (true)
        {
            WebSocketReceiveResult part = await _socket.ReceiveAsync(_buffer, CancellationToken.None).WaitAsync(Patience);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }
}
