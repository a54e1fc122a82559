using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>Whose is the queue of a guest who signs in?</summary>
[TestFixture]
internal sealed class GuestQueueTests : LoungeFixture
{
    private static readonly CapsuleUser Guest = CapsuleUser.Guest("7");

    [Test]
    public async Task It_goes_on_as_theirs_and_each_turn_is_done_once()
    {
        var store = new MemoryStore();
        await using InProcessHost first = LoungeHost(store);
        Visit visit = await EnterAsync(first, Guest);
        Guid id = visit.Id;
        visit.Say(1, "as a guest");
        await visit.Inbox.NextAsync();

        visit = await EnterAsync(first, Anna, id, Guest.Id);
        visit.Say(1, "as a guest");
        Assert.That((await visit.Inbox.NextAsync<VerdictFrame>()).IsApplied, "answered again, not done again");
        visit.Say(2, "as anna");
        await visit.Inbox.NextAsync();

        Assert.That(await SaidAsync(first), Is.EqualTo(new[] { "guest:7: as a guest", "anna: as anna" }));
        Assert.That(await RefusalAsync(first, Guest, id), Is.EqualTo(ErrorCode.Forbidden), "the guest has it no more");

        await using InProcessHost second = LoungeHost(store);
        Assert.That(await RefusalAsync(second, Guest, id), Is.EqualTo(ErrorCode.Forbidden), "the journal knows whose it is");
        visit = await EnterAsync(second, Anna, id);
        visit.Say(2, "as anna");
        Assert.That((await visit.Inbox.NextAsync<VerdictFrame>()).IsApplied);
        Assert.That(await SaidAsync(second), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Nobody_gets_it_without_that_guests_ticket()
    {
        await using InProcessHost host = LoungeHost(new MemoryStore());
        Guid id = (await EnterAsync(host, Guest)).Id;

        Assert.That(await RefusalAsync(host, Anna, id), Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(await RefusalAsync(host, Anna, id, "guest:8"), Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(await RefusalAsync(host, CapsuleUser.Guest("8"), id, Guest.Id), Is.EqualTo(ErrorCode.Forbidden), "who did not sign in takes over nothing");
        Assert.That(await RefusalAsync(host, CapsuleUser.Anonymous, id), Is.EqualTo(ErrorCode.Forbidden));
    }

    [Test]
    public async Task That_of_a_user_is_not_taken_over_by_another()
    {
        await using InProcessHost host = LoungeHost(new MemoryStore());
        Guid id = (await EnterAsync(host, Guest)).Id;
        await EnterAsync(host, Anna, id, Guest.Id);

        Assert.That(await RefusalAsync(host, Bert, id, Guest.Id), Is.EqualTo(ErrorCode.Forbidden));
    }

    [Test]
    public async Task A_guest_is_held_to_what_was_sent_like_anybody()
    {
        await using InProcessHost host = LoungeHost(new MemoryStore());
        Visit visit = await EnterAsync(host, Guest);
        visit.Say(1, "one");
        await visit.Inbox.NextAsync();

        visit.Say(1, "another");

        Assert.That((await visit.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
    }

    private static async Task<ErrorCode> RefusalAsync(InProcessHost host, CapsuleUser user, Guid id, string? guest = null) =>
        (await host.JoinAsync(Request(user, id, guest), new Subscriber())).Refusal!.Code;

    private static async Task<IReadOnlyList<string>> SaidAsync(InProcessHost host) => (await new CapsuleTrees<Lounge>(host).ReadAsync("1")).Said;
}
