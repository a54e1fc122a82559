using Capsule.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosting;

/// <summary>When does what belongs to a session go?</summary>
[TestFixture]
internal sealed class SessionOwnedTests : TheatreFixture
{
    private readonly FakeTimeProvider _time = new();

    private static InProcessHostOptions Options { get; } = new() { SessionGrace = TimeSpan.FromSeconds(30) };

    [Test]
    [Promise(29)]
    public async Task At_once_when_its_client_says_goodbye()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        await anna.DoAsync(Add(anna.Copy.Guests.Id), Add(anna.Copy.Seats.Id));
        await bert.DoAsync(Add(anna.Copy.Guests.Id));

        anna.Connection.LeaveForGood();

        Assert.That(await CountAsync(host), Is.EqualTo((1, 0)), "Bert's is still there");
    }

    [Test]
    [Promise(29)]
    public async Task When_a_client_that_was_lost_does_not_come_back_in_time()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        await anna.DoAsync(Add(anna.Copy.Guests.Id), Add(anna.Copy.Seats.Id));
        await bert.Inbox.NextAsync();
        anna.Connection.Leave();
        await CountAsync(host);

        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(await CountAsync(host), Is.EqualTo((1, 1)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await CountAsync(host), Is.EqualTo((0, 0)));
        Assert.That((await bert.Inbox.NextAsync()).Select(static frame => frame.GetType()), Is.EqualTo(new[] { typeof(BatchFrame), typeof(TransientFrame) }), "one turn took both");
    }

    [Test]
    [Promise(29)]
    public async Task Not_when_it_comes_back_and_not_later_either()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Add(anna.Copy.Guests.Id), Add(anna.Copy.Seats.Id));
        anna.Connection.Leave();
        await CountAsync(host);
        _time.Advance(TimeSpan.FromSeconds(20));

        Visitor again = await VisitAsync(host, id: anna.Id, confirmed: 1);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await CountAsync(host), Is.EqualTo((1, 1)));
        again.Connection.LeaveForGood();
        Assert.That(await CountAsync(host), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Not_when_another_session_of_the_client_takes_its_place()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Add(anna.Copy.Guests.Id));

        await VisitAsync(host, id: anna.Id, confirmed: 1);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await CountAsync(host), Is.EqualTo((1, 0)));
    }

    [TestCase(true, 3)]
    [TestCase(false, 1_000)]
    [Promise(29)]
    public async Task After_a_crash_of_the_server_those_that_are_stored_wait_for_their_client_again(bool returns, int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        var options = new InProcessHostOptions { SessionGrace = TimeSpan.FromSeconds(30), TurnsPerSnapshot = turnsPerSnapshot };
        await using InProcessHost dead = TheatreHost(store, options, _time);
        Visitor anna = await VisitAsync(dead);
        Visitor usher = await VisitAsync(dead, CapsuleUser.Named("usher"));
        await anna.DoAsync(Add(anna.Copy.Seats.Id, """{"row":5}"""), Add(anna.Copy.Guests.Id));
        for (int turn = 0; turn < 5; turn++)
        {
            await AskAsync(dead, house => house.Play = $"act {turn}");
        }

        await AskAsync(dead, static house => house.Seats.Add(new Seat { Row = 9 }));

        await using InProcessHost host = TheatreHost(store, options, _time);
        if (returns)
        {
            await VisitAsync(host, id: anna.Id, confirmed: 1);
        }

        Assert.That(await AskAsync(host, Rows), Is.EqualTo("1, 5, 9"));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await AskAsync(host, Rows), Is.EqualTo(returns ? "5, 9" : "9"), "the server's own stays");
        Assert.That(usher.Id, Is.Not.EqualTo(anna.Id));

        static string Rows(Theatre house) => string.Join(", ", house.Seats.Select(static seat => seat.Row));
    }

    [Test]
    public async Task Whose_an_item_is_no_client_is_told()
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store, Options, _time);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        IReadOnlyList<Frame> answer = await anna.DoAsync(Add(anna.Copy.Seats.Id), Add(anna.Copy.Guests.Id));
        await bert.Inbox.NextAsync();
        Visitor late = await VisitAsync(host, Director);

        string secret = anna.Id.ToString();
        foreach (ReadOnlyMemory<byte> told in bert.Inbox.Raw.Concat(late.Inbox.Raw).Concat(anna.Inbox.Raw))
        {
            Assert.That(System.Text.Encoding.UTF8.GetString(told.Span), Does.Not.Contain(secret).And.Not.Contain("owner"));
        }

        Assert.That(await AskAsync(host, static house => house.Xport(XportOptions.Everything)), Does.Not.Contain(secret));
        Assert.That(await StoredAsync(store), Does.Contain(secret));
        Assert.That(answer, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_client_cannot_say_whose_it_is()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        var verdict = (VerdictFrame)(await anna.DoAsync(Add(anna.Copy.Guests.Id, $$"""{"attrs":{"x":1},"$owner":"{{bert.Id}}"}""")))[0];

        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(await CountAsync(host), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task What_was_removed_belongs_to_nobody()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Add(anna.Copy.Guests.Id));
        await AskAsync(host, static house =>
        {
            house.Guests.RemoveAt(0);
            return 0;
        });
        anna.Connection.LeaveForGood();
        Assert.That(await AskAsync(host, static house => house.Guests.Count), Is.Zero);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_was_moved_to_where_things_stay_stays(bool crashes)
    {
        var store = new MemoryStore();
        InProcessHost host = TheatreHost(store, Options, _time);
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Add(anna.Copy.Seats.Id, """{"row":5}"""), Add(anna.Copy.Seats.Id, """{"row":6}"""));
        ModelId seat = await AskAsync(host, static house => house.Seats[0].Id);
        await anna.DoAsync(new MoveOp(anna.Copy.Sold.Id, seat, default));
        if (crashes)
        {
            host = TheatreHost(store, Options, _time);
            Assert.That(await CountAsync(host), Is.EqualTo((0, 1)));
            _time.Advance(TimeSpan.FromSeconds(30));
        }
        else
        {
            anna.Connection.LeaveForGood();
        }

        Assert.That(await CountAsync(host), Is.EqualTo((0, 0)));
        Assert.That(await AskAsync(host, static house => string.Join(", ", house.Sold.Select(static sold => sold.Row))), Is.EqualTo("5"));
        await host.DisposeAsync();
    }

    [Test]
    public async Task Who_comes_back_to_what_is_theirs_is_told_apart_from_who_is_new()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore(), Options, _time);
        Visitor usher = await VisitAsync(host, CapsuleUser.Named("usher"));
        usher.Connection.Leave();
        Assert.That(await CountAsync(host), Is.EqualTo((0, 1)));
        Visitor again = await VisitAsync(host, CapsuleUser.Named("usher"), usher.Id);
        Assert.That(await CountAsync(host), Is.EqualTo((0, 1)), "there is a seat already");
        again.Connection.LeaveForGood();
        await VisitAsync(host, CapsuleUser.Named("usher"), usher.Id);
        Assert.That(await CountAsync(host), Is.EqualTo((0, 1)), "a new one");
    }

    private static Task<(int Guests, int Seats)> CountAsync(InProcessHost host) => AskAsync(host, static house => (house.Guests.Count, house.Seats.Count));
}
