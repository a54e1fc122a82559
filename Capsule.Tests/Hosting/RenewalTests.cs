using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>What becomes of a session whose user is found to be different?</summary>
[TestFixture]
internal sealed class RenewalTests : HostFixture
{
    private static readonly CapsuleUser Mere = CapsuleUser.Named("anna");

    [Test]
    public async Task Later_turns_are_those_of_the_new_user()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);

        anna.Connection.Renew(Mere);
        anna.Connection.Send(Turn(1, SetTitle(anna, "no longer")));

        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Error!.Code, Is.EqualTo(ErrorCode.Forbidden), "first of all: what they see is as before");
        Assert.That(anna.Connection.Session.User, Is.SameAs(Mere));
    }

    [Test]
    public async Task Turns_that_wait_are_those_of_the_new_user_too()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        using var busy = new ManualResetEventSlim();
        Task<bool> work = host.UpdateAsync(Address, _ => busy.Wait(TimeSpan.FromSeconds(20)));

        anna.Connection.Send(Turn(1, SetTitle(anna, "waits")));
        anna.Connection.Renew(CapsuleUser.Named("anna", "member", "editor"));
        anna.Connection.Renew(Mere);
        busy.Set();

        Assert.That(await work);
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
    }

    [Test]
    public async Task A_user_of_whom_all_is_the_same_hears_nothing()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        CapsuleUser same = CapsuleUser.Named("anna", "member");

        anna.Connection.Renew(same);
        anna.Connection.Send(Turn(1, SetTitle(anna, "as before")));

        Assert.That((await anna.Inbox.NextAsync())[0], Is.TypeOf<VerdictFrame>());
        Assert.That(anna.Connection.Session.User, Is.SameAs(same));
    }

    [Test]
    public async Task Who_may_not_see_the_tree_any_more_is_ended()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        Client bert = await JoinAsync(host, Bert);
        await anna.Inbox.NextAsync<BatchFrame>();

        bert.Connection.Renew(CapsuleUser.Named("bert", "stranger"));
        bert.Connection.Renew(Bert);
        bert.Connection.Renew(CapsuleUser.Named("bert", "stranger"));

        Assert.That((await bert.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("[\"anna\"]"));
        bert.Connection.Renew(Bert);
        Assert.That((await JoinAsync(host, Bert)).State.Present, Is.EqualTo(new[] { "anna", "bert" }));
    }

    [Test]
    public async Task Who_hears_of_a_refusal_can_end_the_session()
    {
        var refusals = new List<Refusal>();
        await using InProcessHost host = Host(onRefused: refusal =>
        {
            refusals.Add(refusal);
            refusal.EndSession("That is enough.");
        });
        Client bert = await JoinAsync(host, Bert);

        bert.Connection.Send(Turn(1, SetTitle(bert, "not mine")));

        Assert.That(await bert.Inbox.Ended, Is.EqualTo(new ProtocolError(ErrorCode.Forbidden, "That is enough.")));
        Assert.That((await bert.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden), "the turn was answered before");
        Assert.That(refusals.Single().Session, Is.EqualTo(bert.Connection.Session));
    }

    [Test]
    public void A_refusal_without_a_session_ends_none()
    {
        Refusal? heard = null;
        var notebook = new Notebook();
        notebook.Tree.Refused += refusal => heard = refusal;
        notebook.SafeSet(Bert, """{"title":"x"}""");

        heard!.EndSession();

        Assert.That(heard.Session, Is.Null);
    }
}
