using System.Diagnostics;
using System.Net.WebSockets;
using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What becomes of a client that does not read?</summary>
[Parallelizable]
internal sealed class SlowClientTests
{
    [Test]
    [Promise(19, TakesTime = true)]
    public async Task It_slows_nobody_and_is_given_the_state_when_it_reads_again()
    {
        await using Server server = await Server.StartAsync(options => options.MaxBacklogBytes = 100_000);
        await using SocketClient slow = await SocketClient.OpenAsync(server);
        await slow.JoinedAsync();
        await using SocketClient quick = await SocketClient.OpenAsync(server);
        InitialFrame joined = await quick.JoinedAsync();
        var halls = server.Services.GetRequiredService<LocalTrees<Hall>>();

        const int Turns = 1_000;
        for (int turn = 1; turn <= Turns; turn++)
        {
            await halls.UpdateAsync("42", hall => hall.Title = $"{turn} {new string('x', 20_000)}");
            Assert.That((await quick.NextAsync<BatchFrame>()).Seq, Is.EqualTo(joined.Seq + turn));
        }

        await halls.UpdateAsync("42", hall => hall.Title = "done");

        long seq = joined.Seq;
        int states = 0;
        while (seq < joined.Seq + Turns + 1)
        {
            foreach (Frame frame in await slow.NextAsync())
            {
                if (frame is InitialFrame state)
                {
                    states++;
                    seq = state.Seq;
                }
                else
                {
                    Assert.That(((BatchFrame)frame).Seq, Is.EqualTo(seq + 1), "no hole");
                    seq++;
                }
            }
        }

        Assert.That(states, Is.GreaterThan(0));
    }

    [Test]
    public async Task It_does_not_keep_a_server_from_stopping()
    {
        await using Server server = await Server.StartAsync(
            services: services => services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromHours(1)));
        await using SocketClient slow = await SocketClient.OpenAsync(server);
        await slow.JoinedAsync();
        var halls = server.Services.GetRequiredService<LocalTrees<Hall>>();
        for (int turn = 1; turn <= 1_000; turn++)
        {
            await halls.UpdateAsync("42", hall => hall.Title = $"{turn} {new string('x', 20_000)}");
        }

        Task stopped = server.StopAsync();
        var patience = Stopwatch.StartNew();
        while (!stopped.IsCompleted && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            // The time that the client is given to close.
            server.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.That(stopped.IsCompletedSuccessfully, Is.True);
        Assert.That(async () => await slow.EndAsync(), Throws.InstanceOf<WebSocketException>(), "it was cut");
    }
}
