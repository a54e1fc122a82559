using System.Net.WebSockets;
using System.Text;
using Capsule.AspNetCore.Sockets;
using Capsule.Protocol;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>In which messages does what is delivered go out?</summary>
internal sealed class OutboxTests : OutboxFixture
{
    [Test]
    public void An_idle_socket_is_written_to_by_whoever_delivers()
    {
        Deliver("[1]");
        Deliver("[2]");

        Assert.That(Sink.Written, Is.EqualTo(["[1]", "[2]"]));
    }

    [Test]
    public void What_follows_while_a_write_is_under_way_goes_out_as_one_message_in_order()
    {
        Hold();
        Deliver("[1]");
        Deliver("[2,3]", verdicts: "[2]");
        Deliver("[4]");
        Assert.That(Sink.Written, Is.EqualTo(["[0]"]), "delivering did not wait");

        Sink.Release();

        Assert.That(Sink.Written, Is.EqualTo(["[0]", "[1,2,3,4]"]));
        Deliver("[5]");
        Sink.Release();
        Assert.That(Sink.Written, Is.EqualTo(["[0]", "[1,2,3,4]", "[5]"]));
    }

    [Test]
    public void A_heartbeat_among_others_adds_nothing()
    {
        Hold();
        Deliver("[]");
        Deliver("[1]");
        Deliver("[]");
        Sink.Release();

        Assert.That(Sink.Written[^1], Is.EqualTo("[1]"));
    }

    [Test]
    public void The_end_goes_out_last_and_nothing_after_it()
    {
        Hold();
        Deliver("[1]");
        Outbox.End(new ProtocolError(ErrorCode.Closing, "Bye."));
        Deliver("[2]");
        Assert.That(Outbox.Closing.IsCompleted, Is.True);
        Assert.That(Outbox.Flushed.IsCompleted, Is.False, "it has not gone out yet");

        Sink.Release();
        Sink.Release();

        Assert.That(Sink.Written[^1], Is.EqualTo("""[1,{"event":"ended","error":{"code":"closing","message":"Bye."}}]"""));
        Assert.That(Outbox.Flushed.Result, Is.EqualTo(new CloseReason((WebSocketCloseStatus)4030, "closing")));
    }

    [Test]
    public void Of_two_ends_the_first_counts()
    {
        Outbox.End(new ProtocolError(ErrorCode.Forbidden, "No."));
        Outbox.Close(CloseReason.Normal);
        Outbox.End(new ProtocolError(ErrorCode.Closing, "Bye."));

        Assert.That(Sink.Written, Has.Count.EqualTo(1));
        Assert.That((int)Outbox.Flushed.Result.Status, Is.EqualTo(4003));
    }

    [Test]
    public void A_socket_that_breaks_is_told_to_who_waits_and_not_to_who_delivers()
    {
        Hold();
        Deliver("[1]");
        Sink.Break(new IOException("gone"));
        Deliver("[2]");

        Assert.That(() => Outbox.Flushed.GetAwaiter().GetResult(), Throws.InstanceOf<IOException>());
        Assert.That(Outbox.Closing.IsCompleted, Is.True);
        Assert.That(Sink.Written, Is.EqualTo(["[0]"]));
    }

    [Test]
    public void A_socket_that_refuses_at_once_is_told_to_who_waits_as_well()
    {
        Sink.Failure = new ObjectDisposedException("socket");
        Deliver("[1]");

        Assert.That(() => Outbox.Flushed.GetAwaiter().GetResult(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void It_knows_how_long_it_has_been_silent()
    {
        Time.Advance(TimeSpan.FromSeconds(7));
        Assert.That(Outbox.Silence, Is.EqualTo(TimeSpan.FromSeconds(7)));

        Deliver("[1]");

        Assert.That(Outbox.Silence, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void It_counts_the_turns_that_the_tree_has_answered()
    {
        Deliver("[1]");
        Deliver("[2,3]", verdicts: "[2]");
        Outbox.Send(new HoldFrame(3, ErrorCode.RateLimited, 20));

        Assert.That(Outbox.Answered, Is.EqualTo(1));
    }

    [Test]
    public async Task Many_may_deliver_at_once_and_each_keeps_its_order()
    {
        var roomy = new Outbox(Sink, maxBytes: int.MaxValue, maxMessages: int.MaxValue, Time);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (int number = 0; number < 500; number++)
            {
                roomy.Deliver(new Delivery(Encoding.UTF8.GetBytes($"[\"{thread}:{number}\"]")));
            }
        })));

        string[] all = [.. Sink.Written.SelectMany(message => message.Trim('[', ']').Split(','))];
        for (int thread = 0; thread < 4; thread++)
        {
            Assert.That(all.Where(item => item.StartsWith($"\"{thread}:", StringComparison.Ordinal)), Is.EqualTo(Enumerable.Range(0, 500).Select(number => $"\"{thread}:{number}\"")));
        }
    }
}
