using Capsule.AspNetCore;
using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What becomes of live sessions when the application says that something about their user is different?</summary>
[Parallelizable]
internal sealed class InvalidationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task They_go_on_with_what_is_known_now()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, ModelId club) = await EnterAsync(server);
        await using SocketClient first = anna;
        (SocketClient other, _) = await EnterAsync(server);
        await using SocketClient second = other;

        Members.Of(server).Plans["anna"] = new Membership("basic");
        await Sessions(server).InvalidateUserAsync("anna");

        foreach (SocketClient client in new[] { first, second })
        {
            await client.TurnAsync(1, TurnTests.SetTitle(club, "Mine"));
            Assert.That((await client.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        }
    }

    [Test]
    public async Task Nothing_is_sent_where_nothing_is_different()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, ModelId club) = await EnterAsync(server);
        await using SocketClient session = anna;

        Members.Of(server).Plans["anna"] = new Membership("gold");
        await Sessions(server).InvalidateUserAsync("anna");

        Assert.That(Members.Of(server).Asked, Is.EqualTo(2));
        await anna.TurnAsync(1, TurnTests.SetTitle(club, "Mine"));
        Assert.That((await anna.NextAsync())[0], Is.InstanceOf<VerdictFrame>());
    }

    [Test]
    public async Task Who_may_not_see_the_tree_any_more_is_ended_and_nobody_else()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, _) = await EnterAsync(server);
        await using SocketClient session = anna;
        Members.Of(server).Plans["bert"] = new Membership("gold");
        (SocketClient bert, ModelId club) = await EnterAsync(server, "bert");
        await using SocketClient other = bert;

        Members.Of(server).Plans["anna"] = new Membership("banned");
        Members.Of(server).Plans["bert"] = new Membership("banned");
        await Sessions(server).InvalidateUserAsync("anna");

        await IdentityTests.EndsAsync(anna, ErrorCode.Forbidden, 4003);
        await bert.TurnAsync(1, TurnTests.SetTitle(club, "Mine"));
        Assert.That(((VerdictFrame)(await bert.NextAsync())[0]).IsApplied);
    }

    [Test]
    public async Task One_that_is_joining_does_not_go_on_with_what_was_known_before()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, Task joined, TaskCompletionSource answer) = await BeginAsync(server);
        await using SocketClient session = anna;

        Members.Of(server).Plans["anna"] = new Membership("banned");
        Task invalidated = Sessions(server).InvalidateUserAsync("anna");
        Assert.That(invalidated.IsCompleted, Is.False);
        answer.SetResult();

        await invalidated.WaitAsync(Patience);
        await joined;
        await IdentityTests.EndsAsync(anna, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task A_user_of_whom_it_cannot_be_found_out_is_ended()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, _) = await EnterAsync(server);
        await using SocketClient session = anna;

        Members.Of(server).Answering = _ => throw new IOException("the database is gone");
        await Sessions(server).InvalidateUserAsync("anna");

        await IdentityTests.EndsAsync(anna, ErrorCode.Closing, 4030);
    }

    [Test]
    public async Task A_session_that_ends_meanwhile_is_waited_for_no_longer()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, _) = await EnterAsync(server);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Members.Of(server).Answering = cancellation =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        };

        Task invalidated = Sessions(server).InvalidateUserAsync("anna");
        await asked.Task.WaitAsync(Patience);
        await anna.DisposeAsync();

        await invalidated.WaitAsync(Patience);
    }

    [Test]
    public async Task They_can_be_ended_with_a_reason()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, _) = await EnterAsync(server);
        await using SocketClient session = anna;
        (SocketClient bert, ModelId club) = await EnterAsync(server, "bert");
        await using SocketClient other = bert;

        await Sessions(server).EndSessionsAsync("anna", "The party is over.");

        Assert.That(await anna.EndAsync(), Is.EqualTo((new ProtocolError(ErrorCode.Forbidden, "The party is over."), 4003)));
        await bert.TurnAsync(1, TurnTests.SetTitle(club, "Mine"));
        await bert.NextAsync<VerdictFrame>();
    }

    [Test]
    public async Task One_that_is_joining_is_ended_too()
    {
        await using Server server = await ServeAsync("gold");
        (SocketClient anna, Task joined, TaskCompletionSource answer) = await BeginAsync(server);
        await using SocketClient session = anna;

        Task ended = Sessions(server).EndSessionsAsync("anna");
        answer.SetResult();

        await ended.WaitAsync(Patience);
        await joined;
        await IdentityTests.EndsAsync(anna, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task Of_a_user_without_sessions_nothing_is_asked()
    {
        await using Server server = await ServeAsync("gold");

        await Sessions(server).InvalidateUserAsync("anna");
        await Sessions(server).EndSessionsAsync("anna");

        Assert.That(Members.Of(server).Asked, Is.Zero);
    }

    private static CapsuleSessions Sessions(Server server) => server.Services.GetRequiredService<CapsuleSessions>();

    private static async Task<Server> ServeAsync(string plan)
    {
        Server server = await Members.ServeAsync();
        Members.Of(server).Plans["anna"] = new Membership(plan);
        return server;
    }

    private static async Task<(SocketClient Client, ModelId Club)> EnterAsync(Server server, string name = "anna")
    {
        SocketClient client = await SocketClient.OpenAsync(server, "club/1", await server.CookieAsync(name));
        return (client, TurnTests.IdOf(await client.JoinedAsync()));
    }

    /// <summary>A client whose join waits: the application has looked, and not answered yet.</summary>
    private static async Task<(SocketClient Client, Task Joined, TaskCompletionSource Answer)> BeginAsync(Server server)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Members.Of(server).Answering = _ =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        SocketClient client = await SocketClient.OpenAsync(server, "club/1", await server.CookieAsync("anna"));
        Task joined = client.JoinAsync();
        await asked.Task.WaitAsync(Patience);
        return (client, joined, answer);
    }
}
