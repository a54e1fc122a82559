using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What comes of a turn over a socket?</summary>
[Parallelizable]
internal sealed class TurnTests
{
    [Test]
    public async Task The_verdict_and_its_batch_are_one_message_and_others_get_exactly_the_batch()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = IdOf(await anna.JoinedAsync());
        await using SocketClient bert = await SocketClient.MemberAsync(server, "bert");

        await anna.TurnAsync(1, SetTitle(hall, "New"));

        string mine = await anna.NextTextAsync();
        string seen = await bert.NextTextAsync();
        long seq = SeqOf(seen);
        string batch = $$$"""{"event":"batch","seq":{{{seq}}},"events":[{"event":"change","id":"{{{hall}}}","data":{"title":"New"}}]}""";
        Assert.That(seen, Is.EqualTo($"[{batch}]"));
        Assert.That(mine, Is.EqualTo($$"""[{"event":"verdict","turn":1,"outcome":"applied","seq":{{seq}},"results":[null]},{{batch}}]"""));
    }

    [Test]
    public async Task Who_may_not_is_told_and_nobody_else_hears_of_it()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient guest = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("gina", "guest"));
        ModelId hall = IdOf(await guest.JoinedAsync());
        await using SocketClient anna = await SocketClient.MemberAsync(server);
        string before = await server.ReadAsync();

        await guest.TurnAsync(1, SetTitle(hall, "Mine"));

        VerdictFrame verdict = await guest.NextAsync<VerdictFrame>();
        Assert.That(verdict.Error?.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(await server.ReadAsync(), Is.EqualTo(before));
        await anna.TurnAsync(1, SetTitle(hall, "Ours"));
        Assert.That((await anna.NextAsync())[0], Is.InstanceOf<VerdictFrame>(), "the first that Anna hears is about her own turn");
    }

    [Test]
    public async Task A_turn_before_its_predecessor_is_held()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = IdOf(await anna.JoinedAsync());

        await anna.TurnAsync(2, SetTitle(hall, "Later"));

        Assert.That(await anna.NextAsync<HoldFrame>(), Is.EqualTo(new HoldFrame(2, ErrorCode.Gap, Next: 1)));
    }

    [Test]
    public async Task A_verdict_that_was_lost_with_the_socket_comes_with_the_next_join()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = IdOf(await anna.JoinedAsync());
        await anna.TurnAsync(1, SetTitle(hall, "Once"));
        await anna.NextAsync();
        await anna.CloseAsync();

        await using SocketClient again = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        await again.SendAsync($$"""{"event":"join","client":"{{anna.Client}}"}""");

        var initial = (InitialFrame)(await again.NextAsync())[0];
        Assert.That(initial.Turns.Last, Is.EqualTo(1));
        Assert.That(initial.Turns.Verdicts.Single().Turn, Is.EqualTo(1));
    }

    internal static string SetTitle(ModelId hall, string title) =>
        $$$"""{"event":"set","id":"{{{hall}}}","change":{"title":{{{JsonSerializer.Serialize(title)}}}}}""";

    internal static ModelId IdOf(InitialFrame initial)
    {
        using var app = JsonDocument.Parse(initial.App.Utf8);
        return ModelId.Parse(app.RootElement.GetProperty("attrs").GetProperty("id").GetString()!);
    }

    private static long SeqOf(string message)
    {
        using var frames = JsonDocument.Parse(message);
        return frames.RootElement[0].GetProperty("seq").GetInt64();
    }
}
