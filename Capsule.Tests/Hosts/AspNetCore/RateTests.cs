using Capsule.AspNetCore.Sockets;
using Capsule.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How much may a client send?</summary>
[Parallelizable]
internal sealed class RateTests
{
    [Test]
    public void So_many_at_once_then_so_many_a_second()
    {
        var time = new FakeTimeProvider();
        var rate = new TurnRate(perSecond: 10, burst: 3, time);
        for (int turn = 0; turn < 3; turn++)
        {
            Assert.That(rate.TryTake(out _), Is.True);
        }

        Assert.That(rate.TryTake(out TimeSpan wait), Is.False);
        Assert.That(wait, Is.EqualTo(TimeSpan.FromMilliseconds(100)));
        time.Advance(wait);
        Assert.That(rate.TryTake(out _), Is.True);
        Assert.That(rate.TryTake(out _), Is.False);
        time.Advance(TimeSpan.FromHours(1));
        Assert.That(Enumerable.Range(0, 10).Count(_ => rate.TryTake(out TimeSpan _)), Is.EqualTo(3));
    }

    [Test]
    public async Task A_turn_too_many_is_held_and_can_be_sent_again()
    {
        await using Server server = await Server.StartAsync(options =>
        {
            options.MaxTurnsPerSecond = 2;
            options.TurnBurst = 2;
        });
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = TurnTests.IdOf(await anna.JoinedAsync());
        await anna.TurnAsync(1, TurnTests.SetTitle(hall, "1"));
        await anna.NextAsync();

        await anna.TurnAsync(2, TurnTests.SetTitle(hall, "2"));
        Assert.That(await anna.NextAsync<HoldFrame>(), Is.EqualTo(new HoldFrame(2, ErrorCode.RateLimited, RetryAfterMs: 500)));

        server.Time.Advance(TimeSpan.FromMilliseconds(500));
        await anna.TurnAsync(2, TurnTests.SetTitle(hall, "2"));
        Assert.That(((VerdictFrame)(await anna.NextAsync())[0]).Error, Is.Null);
    }

    [Test]
    public async Task Too_much_nonsense_ends_the_session()
    {
        await using Server server = await Server.StartAsync(options => options.TurnBurst = 3);
        await using SocketClient anna = await SocketClient.MemberAsync(server);
        for (int message = 0; message < 3; message++)
        {
            await anna.SendAsync("nonsense");
        }

        (ProtocolError? error, int code) = await anna.EndAsync();

        Assert.That((error?.Code, code), Is.EqualTo((ErrorCode.RateLimited, 4029)));
        Assert.That(error!.Message, Does.Contain("TurnBurst"));
    }

    [Test]
    [Promise(9, TakesTime = true)]
    public async Task A_turn_too_many_in_flight_is_held()
    {
        var store = new HeldStore();
        await using Server server = await Server.StartAsync(
            options => options.MaxTurnsInFlight = 2,
            capsule => capsule.UseStore(store).AddRoot<Hall>(root => root.CreateOnJoin = true));
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = TurnTests.IdOf(await anna.JoinedAsync());
        store.Hold();
        await anna.TurnAsync(1, TurnTests.SetTitle(hall, "1"));
        await anna.TurnAsync(2, TurnTests.SetTitle(hall, "2"));
        await anna.TurnAsync(3, TurnTests.SetTitle(hall, "3"));

        Assert.That(await anna.NextAsync<HoldFrame>(), Is.EqualTo(new HoldFrame(3, ErrorCode.Busy, RetryAfterMs: 100)));

        store.Release();
        var answered = new List<long>();
        while (answered.Count < 2)
        {
            answered.AddRange((await anna.NextAsync()).OfType<VerdictFrame>().Select(verdict => verdict.Turn));
        }

        Assert.That(answered, Is.EqualTo([1L, 2L]));
        await anna.TurnAsync(3, TurnTests.SetTitle(hall, "3"));
        Assert.That(((VerdictFrame)(await anna.NextAsync())[0]).Turn, Is.EqualTo(3));
    }
}
