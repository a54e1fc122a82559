using System.Net;
using Capsule.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>Can the server serve?</summary>
[Parallelizable]
internal sealed class HealthTests
{
    [Test]
    public async Task A_server_that_stores_and_tells_changes_is_healthy_and_keeps_nothing_of_it()
    {
        var store = new MemoryStore();
        await using Server server = await StartAsync(store);

        Assert.That(await AskAsync(server), Is.EqualTo((HttpStatusCode.OK, "Healthy")));
        Assert.That(await AskAsync(server), Is.EqualTo((HttpStatusCode.OK, "Healthy")));
        Assert.That(await store.ListAsync("", "pulse").ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task One_whose_store_takes_nothing_is_not_and_is_again_when_it_does()
    {
        var store = new HeldStore();
        await using Server server = await StartAsync(store, TimeSpan.FromMilliseconds(300));
        store.Hold();
        Assert.That(await AskAsync(server), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "Unhealthy")));

        store.Release();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await AskAsync(server)).Text != "Healthy")
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    [Test]
    public async Task Its_tree_is_none_of_those_that_are_served()
    {
        await using Server server = await StartAsync(new MemoryStore());
        using var http = new HttpClient { BaseAddress = server.Address };
        await using SocketClient client = await SocketClient.OpenAsync(server, "pulse/1");
        await client.JoinAsync();

        Assert.That((await client.EndAsync()).Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(await http.GetStringAsync("/capsule/models.js"), Does.Contain("class Hall").And.Not.Contain("Pulse"));
    }

    [Test]
    public async Task One_that_closes_says_that_it_is_not()
    {
        await using Server server = await Server.StartAsync(services: services => services.AddHealthChecks().AddCapsule());
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        HealthReport report = await server.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries["capsule"].Description, Is.EqualTo("The server is closing."));
        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
    }

    private static Task<Server> StartAsync(ICapsuleStore store, TimeSpan? timeout = null) => Server.StartAsync(
        roots: capsule => capsule.UseStore(store).AddRoot<Hall>(root => root.CreateOnJoin = true),
        services: services => services.AddHealthChecks().AddCapsule(timeout: timeout),
        map: application =>
        {
            application.MapHealthChecks("/health");
            return application.MapCapsule("/capsule");
        });

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(Server server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using HttpResponseMessage answer = await http.GetAsync("/health");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
