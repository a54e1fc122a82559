using Capsule.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosting;

/// <summary>What does a client get that comes back with what it had?</summary>
[TestFixture]
internal sealed class ResumeTests : HostFixture
{
    [Test]
    [Promise(16)]
    public async Task What_it_missed_and_nothing_else()
    {
        await using InProcessHost host = await FilledAsync();
        Client anna = await JoinAsync(host, Anna);
        ResumePoint known = Known(anna);
        anna.Connection.Leave();
        await TitleAsync(host, "while she was away");

        IReadOnlyList<Frame> message = await (await ReturnAsync(host, known, anna.Id)).NextAsync();

        var resumed = (ResumedFrame)message[0];
        Assert.That((resumed.Epoch, resumed.Seq, resumed.View), Is.EqualTo((known.Epoch, known.Seq, known.View)));
        BatchFrame[] missed = [.. message.Skip(1).Cast<BatchFrame>()];
        Assert.That(missed.Select(static batch => batch.Seq), Is.EqualTo(new[] { known.Seq + 1, known.Seq + 2, known.Seq + 3 }), "she left, the title, she is back");
        Assert.That(missed[1].Events.Single().ToString(), Does.Contain("while she was away"));
    }

    [Test]
    public async Task Then_what_happens()
    {
        await using InProcessHost host = await FilledAsync();
        Client anna = await JoinAsync(host, Anna);
        Subscriber back = await ReturnAsync(host, Known(anna), anna.Id);
        Assert.That((await back.NextAsync())[0], Is.TypeOf<ResumedFrame>());

        await TitleAsync(host, "later");

        Assert.That((await back.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("later"));
    }

    [TestCase("another epoch")]
    [TestCase("another view")]
    [TestCase("a batch that is not there yet")]
    [Promise(17)]
    public async Task The_state_where_what_it_had_is_not_this(string what)
    {
        await using InProcessHost host = await FilledAsync();
        Client anna = await JoinAsync(host, Anna);
        ResumePoint known = Known(anna);

        Subscriber back = await ReturnAsync(
            host,
            what switch
            {
                "another epoch" => known with { Epoch = "e" },
                "another view" => known with { View = "v" },
                _ => known with { Seq = 1_000_000 },
            },
            anna.Id);

        Assert.That((await back.NextAsync())[0], Is.TypeOf<InitialFrame>());
    }

    [TestCase(10, 1_000_000, 10, true)]
    [TestCase(10, 1_000_000, 11, false)]
    [TestCase(1_000, 2_000, 5, true)]
    [TestCase(1_000, 2_000, 50, false)]
    [Promise(17)]
    public async Task As_many_batches_as_the_options_say_and_else_the_state(int batches, int bytes, int missed, bool resumes)
    {
        await using InProcessHost host = await FilledAsync(new InProcessHostOptions { MaxResumeBatches = batches, MaxResumeBytes = bytes });
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Leave();
        for (int turn = 2; turn < missed; turn++)
        {
            await TitleAsync(host, $"turn {turn}");
        }

        // Her leaving is one that she missed, and her coming back is another.
        IReadOnlyList<Frame> message = await (await ReturnAsync(host, Known(anna), anna.Id)).NextAsync();

        Assert.That(message[0] is ResumedFrame, Is.EqualTo(resumes));
        if (resumes)
        {
            Assert.That(message.OfType<BatchFrame>().Count(), Is.EqualTo(missed));
        }
    }

    [Test]
    public async Task The_state_where_that_is_less_than_what_it_missed()
    {
        await using InProcessHost host = await FilledAsync();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Leave();
        for (int turn = 0; turn < 1_000; turn++)
        {
            await TitleAsync(host, $"turn {turn}");
        }

        await JoinAsync(host, Bert);
        Subscriber back = await ReturnAsync(host, Known(anna), anna.Id);

        Assert.That((await back.NextAsync())[0], Is.TypeOf<InitialFrame>());
    }

    [Test]
    public async Task The_verdicts_that_it_has_not_got()
    {
        await using InProcessHost host = await FilledAsync();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, SetTitle(anna, "New")));
        await anna.Inbox.NextAsync();

        Subscriber back = await ReturnAsync(host, Known(anna), anna.Id);

        var resumed = (ResumedFrame)(await back.NextAsync())[0];
        Assert.That(resumed.Turns.Last, Is.EqualTo(1));
        Assert.That(resumed.Turns.Verdicts!.Single().IsApplied);
    }

    [Test]
    [Promise(16)]
    public async Task What_it_has_is_good_when_the_server_was_started_again()
    {
        var store = new MemoryStore();
        ResumePoint known;
        await using (InProcessHost before = Host(store))
        {
            Client anna = await JoinAsync(before, Anna);
            anna.Connection.Leave();
            known = Known(anna) with { Seq = await TitleAsync(before, "the last") };
        }

        await using InProcessHost host = Host(store);
        IReadOnlyList<Frame> message = await (await ReturnAsync(host, known, Guid.NewGuid())).NextAsync();

        Assert.That(message[0], Is.TypeOf<ResumedFrame>());
        Assert.That(message, Has.Count.EqualTo(2), "she is back, which is told to her as well");
    }

    [TestCase(119, true)]
    [TestCase(120, false, Description = "nobody keeps up a view for somebody who may never return")]
    public async Task What_it_missed_of_a_view_of_its_own_for_a_while(int seconds, bool resumes)
    {
        var time = new FakeTimeProvider();
        await using var host = new InProcessHost([new RootDefinition(ModelType.Of<Lounge>()) { CreateOnJoin = true }], new MemoryStore(), time: time);
        var address = new TreeAddress("", "lounge", "1");
        CapsuleUser regular = CapsuleUser.Named("anna", "regular");
        await host.CreateAsync(address);
        await host.UpdateAsync(address, static root => ((Lounge)root).Said = [new string('.', 1_000)]);
        var inbox = new Subscriber();
        JoinOutcome joined = await host.JoinAsync(new JoinRequest(address, regular, new JoinMessage(Guid.NewGuid()), new Limits()), inbox);
        var initial = (InitialFrame)(await inbox.NextAsync())[0];
        await host.UpdateAsync(address, static root => ((Lounge)root).Corner = "the fireplace is free");
        long seq = (await inbox.NextAsync<BatchFrame>()).Seq;
        joined.Connection!.Leave();
        await host.UpdateAsync(address, static root => ((Lounge)root).Said = ["no longer"]);

        time.Advance(TimeSpan.FromSeconds(seconds));
        await host.UpdateAsync(address, static root => ((Lounge)root).Corner = "taken");
        var back = new Subscriber();
        var join = new JoinMessage(Guid.NewGuid(), Since: new ResumePoint(initial.Epoch, seq, initial.View));
        await host.JoinAsync(new JoinRequest(address, regular, join, new Limits()), back);

        IReadOnlyList<Frame> message = await back.NextAsync();
        Assert.That(message[0] is ResumedFrame, Is.EqualTo(resumes));
        if (resumes)
        {
            Assert.That(message.OfType<BatchFrame>().Select(static batch => batch.Events.Single().ToString()), Is.EqualTo(new[] { "no longer", "taken" }).Using<string, string>(static (told, what) => told.Contains(what)));
        }
    }

    private static ResumePoint Known(Client client) =>
        new(client.Initial.Epoch, client.First.OfType<BatchFrame>().LastOrDefault()?.Seq ?? client.Initial.Seq, client.Initial.View);

    /// <summary>With a notebook that is larger than a few batches.</summary>
    private static async Task<InProcessHost> FilledAsync(InProcessHostOptions? options = null)
    {
        InProcessHost host = Host(options: options);
        await host.CreateAsync(Address);
        await host.UpdateAsync(Address, static root =>
        {
            for (int note = 0; note < 50; note++)
            {
                ((Notebook)root).Notes.Add(new Note { Text = $"a rather long text, so that the state is large: {note}" });
            }

            return 0;
        });
        return host;
    }

    private static async Task<Subscriber> ReturnAsync(InProcessHost host, ResumePoint known, Guid client)
    {
        var inbox = new Subscriber();
        JoinOutcome outcome = await host.JoinAsync(new JoinRequest(Address, Anna, new JoinMessage(client, Since: known), new Limits()), inbox);
        Assert.That(outcome.Refusal, Is.Null);
        return inbox;
    }

    /// <returns>The number of the batch.</returns>
    private static async Task<long> TitleAsync(InProcessHost host, string title)
    {
        await host.UpdateAsync(Address, root => ((Notebook)root).Title = title);
        return await host.UpdateAsync(Address, static root => root.Tree.Seq);
    }
}
