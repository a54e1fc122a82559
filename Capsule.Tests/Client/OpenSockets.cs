using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Capsule.Tests.Client;

/// <summary>The requests that became sockets, so that a test can cut them as a network would.</summary>
internal sealed class OpenSockets
{
    private readonly ConcurrentDictionary<HttpContext, byte> _open = [];

    public async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        _open.TryAdd(context, 0);
        try
        {
            await next(context);
        }
        finally
        {
            _open.TryRemove(context, out _);
        }
    }

    public void Cut()
    {
        foreach (HttpContext context in _open.Keys)
        {
            context.Abort();
        }
    }
}
