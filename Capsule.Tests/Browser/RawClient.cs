using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Browser;

/// <summary>Somebody without a page: speaks the protocol by hand, with the cookie of whoever signed in.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<Frame> _received = new();
    private int _turn;

    public BoardExport Board { get; private set; } = null!;

    public static Task<RawClient> SignInAsync(string name, string board) => SignInAsync(name, board, BrowserSetup.Address);

    public static async Task<RawClient> SignInAsync(string name, string board, Uri server)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler) { BaseAddress = server };
        using HttpResponseMessage response = await http.PostAsJsonAsync("/sign-in", new { name, justLooking = false });
        response.EnsureSuccessStatusCode();
        return await JoinAsync(cookies.GetCookieHeader(server), board, server);
    }

    /// <summary>Joins as the person of a page.</summary>
    public static async Task<RawClient> JoinAsAsync(Visitor visitor, string board)
    {
        IReadOnlyList<Microsoft.Playwright.BrowserContextCookiesResult> cookies = await visitor.Context.CookiesAsync();
        return await JoinAsync(string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")), board, BrowserSetup.Address);
    }

    /// <summary>Sends a turn and waits for its verdict.</summary>
    public async Task<VerdictFrame> TurnAsync(string ops)
    {
        await SendAsync($$"""{"event":"turn","turn":{{++_turn}},"confirmed":{{_turn - 1}},"ops":[{{ops}}]}""");
        return await NextAsync<VerdictFrame>();
    }

    public Task<VerdictFrame> SetTitleAsync(string title) =>
        TurnAsync($$$"""{"event":"set","id":"{{{Board.Board}}}","change":{"title":"{{{title}}}"}}""");

    public async Task<TFrame> NextAsync<TFrame>()
        where TFrame : Frame
    {
        while (true)
        {
            while (_received.TryDequeue(out Frame? frame))
            {
                if (frame is TFrame wanted)
                {
                    return wanted;
                }
            }

            await ReceiveAsync();
        }
    }

    public void Dispose() => _socket.Dispose();

    private static async Task<RawClient> JoinAsync(string cookie, string board, Uri server)
    {
        var client = new RawClient();
        client._socket.Options.AddSubProtocol("capsule.v1");
        client._socket.Options.SetRequestHeader("Cookie", cookie);
        client._socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = $"/capsule/board/{board}" }.Uri, default);
        await client.SendAsync($$"""{"event":"join","client":"{{Guid.NewGuid()}}"}""");
        client.Board = new BoardExport((await client.NextAsync<InitialFrame>()).App);
        return client;
    }

    private Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    private async Task ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, patience.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        foreach (Frame frame in FrameJson.ReadMessage(message.ToArray()))
        {
            _received.Enqueue(frame);
        }
    }
}
