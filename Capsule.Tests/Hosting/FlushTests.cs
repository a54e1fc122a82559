using Capsule.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosting;

/// <summary>The turns of a busy tree, gathered.</summary>
[Parallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FlushTests : HostFixture
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task Others_get_the_turns_of_a_while_in_one_message_and_who_asked_is_answered_at_once()
    {
        await using InProcessHost host = Gathering();
        Client anna = await JoinAsync(host, Anna);
        Client bert = await JoinAsync(host, Bert);
        Client cleo = await JoinAsync(host, Bert);
        await SettleAsync(anna, bert, cleo);
        for (int number = 1; number <= 3; number++)
        {
            anna.Connection.Send(Turn(number, SetTitle(anna, $"{number}")));
            IReadOnlyList<Frame> answer = await anna.Inbox.NextAsync();
            Assert.That(answer.Select(frame => frame.GetType()), Is.EqualTo(new[] { typeof(VerdictFrame), typeof(BatchFrame) }));
        }

        Assert.That(bert.Inbox.IsSilent);
        _time.Advance(Interval);

        Assert.That(Titles(await bert.Inbox.NextAsync()), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(Titles(await cleo.Inbox.NextAsync()), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(bert.Inbox.Raw[^1].Span.Overlaps(cleo.Inbox.Raw[^1].Span), "they are the same bytes");
        await host.ReadAsync(Address);
        Assert.That(anna.Inbox.IsSilent, "she has all of it");
    }

    [Test]
    public async Task Who_asks_in_between_gets_what_was_gathered_before_their_answer_and_the_rest_later()
    {
        await using InProcessHost host = Gathering();
        Client anna = await JoinAsync(host, Anna);
        Client other = await JoinAsync(host, Anna);
        await SettleAsync(anna, other);
        anna.Connection.Send(Turn(1, SetTitle(anna, "1")));
        await anna.Inbox.NextAsync();
        other.Connection.Send(Turn(1, SetTitle(other, "2")));

        Assert.That(Titles(await other.Inbox.NextAsync()), Is.EqualTo(new[] { "1" }));
        Assert.That((await other.Inbox.NextAsync()).Select(frame => frame.GetType()), Is.EqualTo(new[] { typeof(VerdictFrame), typeof(BatchFrame) }));
        anna.Connection.Send(Turn(2, SetTitle(anna, "3")));
        Assert.That(Titles(await anna.Inbox.NextAsync()), Is.EqualTo(new[] { "2" }));
        await anna.Inbox.NextAsync();
        _time.Advance(Interval);
        Assert.That(Titles(await other.Inbox.NextAsync()), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task A_state_and_the_end_come_after_what_was_gathered()
    {
        await using InProcessHost host = Gathering();
        Client anna = await JoinAsync(host, Anna);
        Client bert = await JoinAsync(host, Bert);
        Client cleo = await JoinAsync(host, Bert);
        await SettleAsync(anna, bert, cleo);
        anna.Connection.Send(Turn(1, SetTitle(anna, "1")));
        await anna.Inbox.NextAsync();

        bert.Connection.Resynchronise();
        cleo.Connection.End(new ProtocolError(ErrorCode.Closing, "Enough."));

        Assert.That(Titles(await bert.Inbox.NextAsync()), Is.EqualTo(new[] { "1" }));
        Assert.That((await bert.Inbox.NextAsync())[0], Is.TypeOf<InitialFrame>());
        await cleo.Inbox.Ended;
        Assert.That(Titles(await cleo.Inbox.NextAsync()), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Who_joins_in_between_gets_nothing_twice()
    {
        await using InProcessHost host = Gathering();
        Client anna = await JoinAsync(host, Anna);
        await SettleAsync(anna);
        anna.Connection.Send(Turn(1, SetTitle(anna, "1")));
        await anna.Inbox.NextAsync();
        Client bert = await JoinAsync(host, Bert);
        Assert.That(bert.State.Title, Is.EqualTo("1"));
        long seq = bert.First.OfType<BatchFrame>().LastOrDefault()?.Seq ?? bert.Initial.Seq;
        anna.Connection.Send(Turn(2, SetTitle(anna, "2")));
        _time.Advance(Interval);

        while (true)
        {
            foreach (BatchFrame batch in (await bert.Inbox.NextAsync()).OfType<BatchFrame>())
            {
                Assert.That(batch.Seq, Is.EqualTo(++seq));
                if (batch.Events.ToString()!.Length > 0 && Titles([batch]).Contains("2"))
                {
                    return;
                }
            }

            _time.Advance(Interval);
        }
    }

    private InProcessHost Gathering() => new(
        [new RootDefinition(ModelType.Of<Notebook>()) { CreateOnJoin = true }], new MemoryStore(), new InProcessHostOptions { FlushInterval = Interval }, _time);

    /// <summary>Sends what the joins had to say.</summary>
    private async Task SettleAsync(params Client[] clients)
    {
        foreach (Client client in clients)
        {
            long seq = client.First.OfType<BatchFrame>().LastOrDefault()?.Seq ?? client.Initial.Seq;
            while (seq < clients.Length)
            {
                _time.Advance(Interval);
                seq = (await client.Inbox.NextAsync()).OfType<BatchFrame>().Last().Seq;
            }
        }
    }

    private static IEnumerable<string> Titles(IReadOnlyList<Frame> message) => message.OfType<BatchFrame>()
        .SelectMany(batch => batch.Events.OfType<ChangeEvent>())
        .Select(change => System.Text.Json.JsonDocument.Parse(change.Data.Utf8).RootElement)
        .Where(data => data.TryGetProperty("title", out _))
        .Select(data => data.GetProperty("title").GetString()!);
}
