using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>What sockets of a browser context go through, while its other requests are answered: it can be cut.</summary>
internal sealed class Wire
{
    private readonly List<IWebSocketRoute> _sockets = [];
    private readonly IBrowserContext _context;
    private bool _isCut;

    private Wire(IBrowserContext context) => _context = context;

    /// <summary>Pages of the context that are opened, or loaded again, from now on go through it.</summary>
    public static async Task<Wire> OfAsync(IBrowserContext context)
    {
        var wire = new Wire(context);
        await context.RouteWebSocketAsync("**/capsule/**", socket => _ = wire.ConnectAsync(socket));
        return wire;
    }

    public async Task CutAsync()
    {
        _isCut = true;
        await Task.WhenAll(_sockets.Select(socket => socket.CloseAsync()));
        _sockets.Clear();
    }

    /// <summary>Mends it, and lets the pages know as the browser does.</summary>
    public async Task MendAsync()
    {
        _isCut = false;
        await Task.WhenAll(_context.Pages.Select(page => page.EvaluateAsync("() => dispatchEvent(new Event('online'))")));
    }

    private async Task ConnectAsync(IWebSocketRoute socket)
    {
        if (_isCut)
        {
            await socket.CloseAsync();
            return;
        }

        _sockets.Add(socket);
        _ = socket.ConnectToServer();
    }
}
