using Capsule.Protocol;
using Capsule.Tests.Hosting;

namespace Capsule.Tests.Access.Seeing;

/// <summary>What does somebody see from the moment on at which they are found to be somebody else to the rules?</summary>
[TestFixture]
internal sealed class RenewedSightTests : HostFixture
{
    private static readonly TreeAddress Palace = new("", "court", "1");
    private static readonly CapsuleUser Staff = CapsuleUser.Named("ada", "staff");
    private static readonly CapsuleUser Visitor = CapsuleUser.Named("ada");

    [Test]
    public async Task Without_a_role_all_that_needs_it_is_gone_from_there_on()
    {
        await using InProcessHost host = await OpenAsync();
        (IConnection connection, Subscriber inbox) = await EnterAsync(host, Staff);
        Assert.That(Text(await inbox.NextAsync()), Does.Contain("a plan").And.Contain("a backroom"));

        connection.Renew(Visitor);
        await ChangeAsync(host, court => (court.Memo, court.Title) = ("another plan", "Seen"));

        InitialFrame initial = await inbox.NextAsync<InitialFrame>();
        Assert.That(initial.App.ToString(), Does.Not.Contain("plan").And.Not.Contain("backroom"));
        BatchFrame batch = await inbox.NextAsync<BatchFrame>();
        Assert.That(batch.Seq, Is.EqualTo(initial.Seq + 1));
        Assert.That(batch.Events.Single().ToString(), Does.Contain("Seen").And.Not.Contain("plan"));
    }

    [Test]
    public async Task With_a_role_all_that_needed_it_is_there_and_stays()
    {
        await using InProcessHost host = await OpenAsync();
        (IConnection connection, Subscriber inbox) = await EnterAsync(host, Visitor);
        InitialFrame before = (InitialFrame)(await inbox.NextAsync())[0];
        Assert.That(before.App.ToString(), Does.Not.Contain("plan"));

        connection.Renew(Staff);
        await ChangeAsync(host, static court => court.Memo = "another plan");

        InitialFrame initial = await inbox.NextAsync<InitialFrame>();
        Assert.That(initial.View, Is.Not.EqualTo(before.View));
        Assert.That(initial.User, Is.EqualTo(before.User), "they are the same person");
        Assert.That(initial.App.ToString(), Does.Contain("a plan").And.Contain("a backroom"));
        Assert.That((await inbox.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("another plan"));
    }

    [Test]
    public async Task Whom_the_rule_of_a_model_names_is_asked_anew()
    {
        await using InProcessHost host = await OpenAsync();
        (IConnection connection, Subscriber inbox) = await EnterAsync(host, Visitor);
        Assert.That(Text(await inbox.NextAsync()), Does.Contain("a private room").And.Contain("1234"), "ada is among the guests, and the host");

        connection.Renew(CapsuleUser.Named("ben"));

        Assert.That((await inbox.NextAsync<InitialFrame>()).App.ToString(), Does.Not.Contain("private").And.Not.Contain("1234"));
    }

    private static string Text(IReadOnlyList<Frame> frames) => ((InitialFrame)frames[0]).App.ToString();

    private static async Task<InProcessHost> OpenAsync()
    {
        var host = new InProcessHost([new RootDefinition(ModelType.Of<Court>())], new MemoryStore());
        await host.CreateAsync(Palace);
        await ChangeAsync(host, static court =>
        {
            (court.Memo, court.Host, court.Pin) = ("a plan", "ada", "1234");
            court.Backrooms.Add(new Room { Name = "a backroom", IsOpen = true });
            court.Rooms.Add(new Room { Name = "a private room", Guests = ["ada"] });
        });
        return host;
    }

    private static Task<int> ChangeAsync(InProcessHost host, Action<Court> change) => host.UpdateAsync(Palace, root =>
    {
        change((Court)root);
        return 0;
    });

    private static async Task<(IConnection Connection, Subscriber Inbox)> EnterAsync(InProcessHost host, CapsuleUser user)
    {
        var inbox = new Subscriber();
        JoinOutcome outcome = await host.JoinAsync(new JoinRequest(Palace, user, new JoinMessage(Guid.NewGuid()), new Limits()), inbox);
        Assert.That(outcome.Refusal, Is.Null);
        return (outcome.Connection!, inbox);
    }
}
