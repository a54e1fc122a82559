using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Capsule.Tests.Simulation.Wire;

/// <summary>In place of a web server on a port: requests come from the driver, and each becomes a socket.</summary>
internal sealed class SimulatedServer : IServer
{
    private Func<IFeatureCollection, Task>? _serve;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _serve = async features =>
        {
            TContext context = application.CreateContext(features);
            Exception? failure = null;
            try
            {
                await application.ProcessRequestAsync(context);
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            application.DisposeContext(context, failure);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A client connects.</summary>
    public Upgrade Open(Cable cable, string path, string query)
    {
        var upgrade = new Upgrade(cable);
        var features = new FeatureCollection();
        var request = new HttpRequestFeature { Method = "GET", Protocol = "HTTP/1.1", Scheme = "http", Path = path, QueryString = query };
        IHeaderDictionary headers = request.Headers;
        headers.Host = "simulated";
        headers.Origin = "http://simulated";
        headers.Connection = "Upgrade";
        headers.Upgrade = "websocket";
        headers.SecWebSocketVersion = "13";
        headers.SecWebSocketKey = "AAAAAAAAAAAAAAAAAAAAAA==";
        headers.SecWebSocketProtocol = "capsule.v1";
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set<IHttpUpgradeFeature>(upgrade);
        features.Set<IHttpRequestLifetimeFeature>(upgrade);
        _ = ServeAsync(features, cable);
        return upgrade;
    }

    public void Dispose()
    {
    }

    private async Task ServeAsync(FeatureCollection features, Cable cable)
    {
        await _serve!(features);
        await cable.DisposeAsync();
    }
}
