using System.Diagnostics;
using System.Net.WebSockets;
using Capsule.AspNetCore;
using Capsule.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How long does a socket live, and how does it end?</summary>
[Parallelizable]
internal sealed class LifetimeTests
{
    [Test]
    public async Task After_silence_comes_a_heartbeat()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync();

        server.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.That(await client.NextTextAsync(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task While_there_is_something_to_say_no_heartbeat_is_sent()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = TurnTests.IdOf(await anna.JoinedAsync());
        for (int turn = 1; turn <= 4; turn++)
        {
            server.Time.Advance(TimeSpan.FromSeconds(10));
            await anna.TurnAsync(turn, TurnTests.SetTitle(hall, $"{turn}"));
            Assert.That(await anna.NextAsync(), Has.Count.EqualTo(2), "verdict and batch");
        }
    }

    [Test]
    public async Task Who_does_not_join_in_time_is_closed()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.TurnAsync(1);
        await client.NextAsync<ErrorFrame>();

        server.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.That((await client.EndAsync()).Code, Is.EqualTo((int)WebSocketCloseStatus.PolicyViolation));
    }

    [Test]
    public async Task A_server_that_stops_says_so()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync();

        Task stopped = server.StopAsync();

        await IdentityTests.EndsAsync(client, ErrorCode.Closing, 4030);
        await stopped.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    [Promise(23, TakesTime = true)]
    public async Task A_server_that_stops_answers_what_it_was_sent_first()
    {
        var store = new HeldStore();
        await using Server server = await Server.StartAsync(roots: capsule => capsule.UseStore(store).AddRoot<Hall>(root => root.CreateOnJoin = true));
        await using SocketClient client = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = TurnTests.IdOf(await client.JoinedAsync());
        store.Hold();
        await client.TurnAsync(1, TurnTests.SetTitle(hall, "last"));
        await store.Waits;

        Task stopped = server.StopAsync();
        store.Release();

        IReadOnlyList<Frame> answer = await client.NextAsync();
        Assert.That(((VerdictFrame)answer[0]).IsApplied);
        await IdentityTests.EndsAsync(client, ErrorCode.Closing, 4030);
        await stopped.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public async Task A_tree_that_is_deleted_ends_its_sessions()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync();

        await server.Services.GetRequiredService<CapsuleTrees<Hall>>().DeleteAsync("42");

        await IdentityTests.EndsAsync(client, ErrorCode.NotFound, 4004);
    }

    [Test]
    public async Task The_tree_hears_when_a_client_closes()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient anna = await SocketClient.MemberAsync(server);
        await using SocketClient bert = await SocketClient.MemberAsync(server, "bert");

        await anna.CloseAsync();

        Assert.That((await bert.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("\"seen\":1"));
    }

    [Test]
    public async Task The_tree_hears_when_a_client_vanishes()
    {
        await using Server server = await Server.StartAsync();
        SocketClient anna = await SocketClient.MemberAsync(server);
        await using SocketClient bert = await SocketClient.MemberAsync(server, "bert");

        await anna.DisposeAsync();

        Assert.That((await bert.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("\"seen\":1"));
    }

    [Test]
    public async Task A_socket_that_broke_while_its_join_waited_supersedes_nobody()
    {
        var joining = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int joins = 0;
        await using Server server = await Server.StartAsync(
            options => options.Tenant = _ =>
            {
                if (Interlocked.Increment(ref joins) == 2)
                {
                    joining.SetResult();
                }

                return "";
            },
            map: application =>
            {
                application.Use((context, next) =>
                {
                    context.RequestAborted.Register(() => broken.TrySetResult());
                    return next(context);
                });
                return application.MapCapsule("/capsule");
            });
        await using SocketClient newer = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = TurnTests.IdOf(await newer.JoinedAsync());
        SocketClient older = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        using var busy = new ManualResetEventSlim();
        Task<bool> work = server.Services.GetRequiredService<LocalTrees<Hall>>().UpdateAsync("42", _ => busy.Wait(TimeSpan.FromSeconds(20)));

        await older.SendAsync($$"""{"event":"join","client":"{{newer.Client}}"}""");
        await joining.Task;
        await older.DisposeAsync();
        await broken.Task.WaitAsync(TimeSpan.FromSeconds(20));
        busy.Set();

        Assert.That(await work, Is.True);
        await newer.TurnAsync(1, TurnTests.SetTitle(hall, "still here"));
        Assert.That(await newer.NextAsync(), Has.Count.EqualTo(2), "verdict and batch");
    }

    [Test]
    public async Task A_client_that_answers_no_ping_is_cut()
    {
        await using Server server = await Server.StartAsync(options => options.PingInterval = TimeSpan.FromMilliseconds(200));
        await using SocketClient bert = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("bert"));
        await bert.JoinedAsync();
        Task<BatchFrame> seen = bert.NextAsync<BatchFrame>();

        // It answers pings only while it reads, and it does not read.
        await using SocketClient anna = await SocketClient.MemberAsync(server);

        Assert.That((await seen).Events.Single().ToString(), Does.Contain("\"seen\":1"));
    }

    [Test]
    public async Task A_user_has_so_many_sockets_and_gets_them_back()
    {
        await using Server server = await Server.StartAsync(options => options.MaxSocketsPerUser = 2);
        await using SocketClient first = await SocketClient.MemberAsync(server);
        await using SocketClient second = await SocketClient.MemberAsync(server, path: "hall/43");
        await using SocketClient third = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        await third.JoinAsync();
        (ProtocolError? error, int code) = await third.EndAsync();
        Assert.That((error?.Code, code), Is.EqualTo((ErrorCode.RateLimited, 4029)));
        Assert.That(error!.Message, Does.Contain("MaxSocketsPerUser"));

        await using SocketClient bert = await SocketClient.MemberAsync(server, "bert", "hall/43");
        await second.CloseAsync();
        await bert.NextAsync<BatchFrame>();
        await using SocketClient fourth = await AgainAsync(server);
    }

    /// <summary>The tree hears that a client left a moment before its place is free.</summary>
    private static async Task<SocketClient> AgainAsync(Server server)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            SocketClient client = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
            await client.JoinAsync();
            if ((await client.NextAsync())[0] is InitialFrame)
            {
                return client;
            }

            await client.DisposeAsync();
        }

        throw new AssertionException("The place was not given back.");
    }
}
