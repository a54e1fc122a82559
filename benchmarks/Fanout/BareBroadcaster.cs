using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capsule.Benchmarks.Fanout;

/// <summary>Kestrel and its WebSockets, and nothing more: a change is made into the same bytes as Capsule's, once, and these are sent to one socket after the other.</summary>
internal sealed class BareBroadcaster : IBroadcaster
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<WebSocket, bool> _sockets = new();
    private readonly Guid _id = Guid.NewGuid();

    public BareBroadcaster()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromHours(1) });
        _app.Map("/bare", (RequestDelegate)(async context =>
        {
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync("capsule.v1");
            _sockets.TryAdd(socket, true);
            try
            {
                await socket.ReceiveAsync(new byte[256], default);
            }
            catch (WebSocketException)
            {
                // Listeners go without a word.
            }

            _sockets.TryRemove(socket, out _);
        }));
        _app.Start();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("http:", "ws:") + "/bare";
    }

    public string Address { get; }

    public bool IsJoined => false;

    /// <remarks>On a thread of the pool, where what a server does runs.</remarks>
    public Task ChangeAsync(int first, int count) => Task.Run(() => SendAsync(first, count));

    public void Dispose() => ((IDisposable)_app).Dispose();

    private async Task SendAsync(int first, int count)
    {
        for (int number = first; number < first + count; number++)
        {
            byte[] message = Encoding.UTF8.GetBytes(
                $$$"""[{"event":"batch","seq":{{{number}}},"events":[{"event":"change","id":"{{{_id}}}","data":{"number":{{{number}}}}}]}]""");
            foreach ((WebSocket socket, _) in _sockets)
            {
                await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, default);
            }
        }
    }
}
