using System.Net.WebSockets;
using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What does bad input do? Nothing, but that its sender is told.</summary>
[Parallelizable]
internal sealed class BadInputTests
{
    private const string Nowhere = "0198c0de-0000-7000-8000-00000000dead";

    [TestCase("")]
    [TestCase("{\"event\":")]
    [TestCase("{\"event\":\"turn\",\"turn\":1,\"ops\":[}")]
    [TestCase("[1]")]
    [TestCase("null")]
    [TestCase("{\"event\":\"shout\"}")]
    [TestCase("{\"event\":7}")]
    [TestCase("{\"turn\":1,\"ops\":[]}")]
    [TestCase("{\"event\":\"turn\",\"turn\":\"one\",\"ops\":[]}")]
    [TestCase("{\"event\":\"turn\",\"turn\":0,\"ops\":[]}")]
    [TestCase("{\"event\":\"join\",\"client\":\"5b1ef3a0-0000-4000-8000-000000000001\"}", Description = "a second join")]
    public async Task What_is_no_readable_turn_is_answered_by_an_error(string message)
    {
        await using Scene scene = await Scene.OpenAsync();

        await scene.Anna.SendAsync(message);

        Assert.That((await scene.Anna.NextAsync<ErrorFrame>()).Error.Code, Is.EqualTo(ErrorCode.Invalid));
        await scene.NothingHappenedAsync(nextTurn: 1);
    }

    [TestCase("{\"event\":\"explode\",\"id\":\"<hall>\"}", ErrorCode.Invalid)]
    [TestCase("{\"event\":\"set\",\"id\":\"<hall>\",\"change\":5}", ErrorCode.Invalid)]
    [TestCase("{\"event\":\"set\",\"id\":\"<hall>\",\"change\":{\"title\":5}}", ErrorCode.Invalid)]
    [TestCase("{\"event\":\"set\",\"id\":\"<hall>\",\"change\":{\"title\":null}}", ErrorCode.Invalid)]
    [TestCase("{\"event\":\"set\",\"id\":\"no id\",\"change\":{\"title\":\"x\"}}", ErrorCode.Invalid)]
    [TestCase("{\"event\":\"set\",\"id\":\"" + Nowhere + "\",\"change\":{\"title\":\"x\"}}", ErrorCode.NotFound)]
    [TestCase("{\"event\":\"set\",\"id\":\"<hall>\",\"change\":{\"unheard\":\"x\"}}", ErrorCode.NotFound)]
    [TestCase("{\"event\":\"set\",\"id\":\"<hall>\",\"change\":{\"secret\":\"x\"}}", ErrorCode.NotFound)]
    [TestCase("{\"event\":\"set\",\"id\":\"<hall>\",\"change\":{\"seen\":5}}", ErrorCode.Forbidden)]
    [TestCase("{\"event\":\"method call\",\"id\":\"<hall>\",\"method\":\"unheard\",\"args\":[]}", ErrorCode.NotFound)]
    [TestCase("{\"event\":\"method call\",\"id\":\"<hall>\",\"method\":\"meets\",\"args\":[1,2]}", ErrorCode.Invalid)]
    [TestCase("{\"event\":\"undo\",\"turn\":1}", ErrorCode.Invalid)]
    public async Task A_turn_whose_op_makes_no_sense_is_rejected_whole(string op, ErrorCode expected)
    {
        await using Scene scene = await Scene.OpenAsync();

        await scene.Anna.TurnAsync(1, TurnTests.SetTitle(scene.Hall, "half"), op.Replace("<hall>", scene.Hall.ToString()));

        VerdictFrame verdict = await scene.Anna.NextAsync<VerdictFrame>();
        Assert.That(verdict.Error?.Code, Is.EqualTo(expected), verdict.Error?.Message);
        Assert.That(verdict.Error!.Op, Is.EqualTo(1));
        await scene.NothingHappenedAsync(nextTurn: 2);
    }

    [Test]
    public async Task Ten_thousand_ops_are_too_many()
    {
        await using Scene scene = await Scene.OpenAsync(maxMessageBytes: 4 * 1024 * 1024);

        await scene.Anna.TurnAsync(1, Enumerable.Repeat(TurnTests.SetTitle(scene.Hall, "x"), 10_000));

        ProtocolError? error = (await scene.Anna.NextAsync<VerdictFrame>()).Error;
        Assert.That(error?.Code, Is.EqualTo(ErrorCode.TooLarge));
        Assert.That(error!.Message, Does.Contain("MaxOpsPerTurn"));
        await scene.NothingHappenedAsync(nextTurn: 2);
    }

    [Test]
    public async Task Depth_is_limited()
    {
        await using Scene scene = await Scene.OpenAsync();
        string deep = new string('[', 1000) + new string(']', 1000);

        await scene.Anna.TurnAsync(1, $$$"""{"event":"set","id":"{{{scene.Hall}}}","change":{"title":{{{deep}}}}}""");

        ProtocolError? error = (await scene.Anna.NextAsync<VerdictFrame>()).Error;
        Assert.That(error?.Code, Is.EqualTo(ErrorCode.TooLarge));
        Assert.That(error!.Message, Does.Contain("MaxMessageDepth"));
        await scene.NothingHappenedAsync(nextTurn: 2);
    }

    [Test]
    public async Task A_turn_before_the_join_is_answered_by_an_error_and_the_join_can_still_come()
    {
        await using Scene scene = await Scene.OpenAsync();
        await using SocketClient early = await SocketClient.OpenAsync(scene.Server, cookie: await scene.Server.CookieAsync("early"));

        await early.TurnAsync(1, TurnTests.SetTitle(scene.Hall, "early"));
        ErrorFrame turn = await early.NextAsync<ErrorFrame>();
        await early.TurnAsync(1, "{}");
        ErrorFrame unreadable = await early.NextAsync<ErrorFrame>();
        await early.SendAsync("""{"event":"token","token":"x"}""");
        ErrorFrame token = await early.NextAsync<ErrorFrame>();

        Assert.That(new[] { turn, unreadable, token }.Select(frame => frame.Error.Code), Is.All.EqualTo(ErrorCode.Invalid));
        Assert.That(turn.Error.Message, Does.Contain("join"));
        await scene.NothingHappenedAsync(nextTurn: 1);
        Assert.That((await early.JoinedAsync()).Turns.Last, Is.Zero);
    }

    [Test]
    public async Task Binary_closes_with_1003()
    {
        await using Scene scene = await Scene.OpenAsync();

        await scene.Anna.SendAsync([1, 2, 3], WebSocketMessageType.Binary);

        await scene.ClosedAsync(1003);
    }

    [Test]
    public async Task Ten_megabytes_close_with_1009()
    {
        await using Scene scene = await Scene.OpenAsync();

        await scene.Anna.SendAsync(new string(' ', 10 * 1024 * 1024));

        await scene.ClosedAsync(1009);
    }

    [Test]
    public async Task Text_that_is_no_UTF8_cuts_the_socket()
    {
        await using Scene scene = await Scene.OpenAsync();

        await scene.Anna.SendAsync([(byte)'"', 0xC3, 0x28, (byte)'"'], WebSocketMessageType.Text);

        await scene.AnnaLeftAsync();
    }

    [Test]
    public async Task A_message_as_large_as_allowed_is_read()
    {
        await using Scene scene = await Scene.OpenAsync();
        string turn = $$"""{"event":"turn","turn":1,"ops":[{{TurnTests.SetTitle(scene.Hall, "x")}}]}""";

        await scene.Anna.SendAsync(turn + new string(' ', (64 * 1024) - Encoding.UTF8.GetByteCount(turn)));

        Assert.That(((VerdictFrame)(await scene.Anna.NextAsync())[0]).Error, Is.Null);
    }

    /// <summary>Anna, who sends what is bad, and Bert, who must not hear of it.</summary>
    private sealed record Scene(Server Server, SocketClient Anna, SocketClient Bert, ModelId Hall, string Before) : IAsyncDisposable
    {
        public static async Task<Scene> OpenAsync(int maxMessageBytes = 64 * 1024)
        {
            Server server = await Server.StartAsync(options => options.MaxMessageBytes = maxMessageBytes);
            SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
            ModelId hall = TurnTests.IdOf(await anna.JoinedAsync());
            return new Scene(server, anna, await SocketClient.MemberAsync(server, "bert"), hall, await server.ReadAsync());
        }

        /// <summary>The tree is as before, Anna's socket goes on, and the first that Bert hears is what she does now.</summary>
        public async Task NothingHappenedAsync(long nextTurn)
        {
            Assert.That(await Server.ReadAsync(), Is.EqualTo(Before));
            await Anna.TurnAsync(nextTurn, TurnTests.SetTitle(Hall, "good"));
            Assert.That(((VerdictFrame)(await Anna.NextAsync())[0]).Error, Is.Null);
            Assert.That((await Bert.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("good"));
        }

        public async Task ClosedAsync(int code)
        {
            Assert.That((await Anna.EndAsync()).Code, Is.EqualTo(code));
            await AnnaLeftAsync();
        }

        /// <summary>That Anna left is all that Bert hears, and all that happened.</summary>
        public async Task AnnaLeftAsync()
        {
            Assert.That((await Bert.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("\"seen\":1"));
            Assert.That(await Server.ReadAsync(), Is.EqualTo(Before.Replace("\"seen\":0", "\"seen\":1")));
        }

        public async ValueTask DisposeAsync()
        {
            await Anna.DisposeAsync();
            await Bert.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
