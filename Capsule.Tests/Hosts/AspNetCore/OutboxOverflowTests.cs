using Capsule.Protocol;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What becomes of a subscriber that does not keep up?</summary>
internal sealed class OutboxOverflowTests : OutboxFixture
{
    [Test]
    [Promise(19)]
    public void Past_the_messages_allowed_batches_are_dropped_and_verdicts_kept()
    {
        Hold();
        Deliver("[1]");
        Deliver("[2,20]", verdicts: "[2]");
        Deliver("[3]");
        Deliver("[4]");
        Deliver("[5,50]", verdicts: "[5]");
        Deliver("[6]");
        Deliver("[7,70]", verdicts: "[7]");

        Sink.Release();

        Assert.That(Sink.Written[^1], Is.EqualTo("[2,5,7]"));
    }

    [Test]
    public void Past_the_bytes_allowed_as_well()
    {
        Hold();
        Deliver($"[\"{new string('x', 60)}\"]");
        Deliver($"[1,\"{new string('x', 60)}\"]", verdicts: "[1]");

        Sink.Release();

        Assert.That(Sink.Written[^1], Is.EqualTo("[1]"));
    }

    [Test]
    [Promise(19)]
    public void The_state_is_asked_for_once_when_the_write_has_ended()
    {
        Hold();
        Overflow();
        Assert.That(Asked, Is.Zero, "the socket takes nothing yet");

        Sink.Release();

        Assert.That(Asked, Is.EqualTo(1));
        Deliver("[7,70]", verdicts: "[7]");
        Sink.Release();
        Assert.That(Asked, Is.EqualTo(1), "it is on its way");
    }

    [Test]
    [Promise(19)]
    public void Until_the_state_comes_no_batch_is_sent_not_even_to_an_idle_socket()
    {
        Hold();
        Overflow();
        Sink.Release();
        Sink.IsHeld = false;

        Deliver("[8]");
        Deliver("[9,90]", verdicts: "[9]");
        Deliver("[\"state\"]", isState: true);
        Deliver("[10]");

        Assert.That(Sink.Written, Is.EqualTo(["[0]", "[9]", "[\"state\"]", "[10]"]));
    }

    [Test]
    public void Who_falls_behind_again_is_asked_for_again()
    {
        for (int time = 1; time <= 3; time++)
        {
            Hold();
            Overflow();
            Sink.Release();
            Assert.That(Asked, Is.EqualTo(time));
            Sink.IsHeld = false;
            Deliver("[\"state\"]", isState: true);
            Assert.That(Sink.Written[^1], Is.EqualTo("[\"state\"]"));
        }
    }

    [Test]
    public void A_state_takes_the_place_of_what_waits_before_it_but_for_verdicts()
    {
        Hold();
        Deliver("[1]");
        Deliver("[2,20]", verdicts: "[2]");
        Deliver("[\"state\"]", isState: true);
        Deliver("[3]");

        Sink.Release();

        Assert.That(Sink.Written[^1], Is.EqualTo("[2,\"state\",3]"));
        Assert.That(Asked, Is.Zero);
    }

    [Test]
    public void A_state_is_as_large_as_it_is()
    {
        string state = $"[\"{new string('x', 1000)}\"]";
        Hold();
        Deliver(state, isState: true);
        Deliver("[1]");

        Sink.Release();

        Assert.That(Sink.Written[^1], Is.EqualTo($"{state[..^1]},1]"));
        Assert.That(Asked, Is.Zero);
    }

    [Test]
    public void A_large_batch_goes_to_an_idle_socket()
    {
        string batch = $"[\"{new string('x', 1000)}\"]";
        Deliver(batch);

        Assert.That(Sink.Written, Is.EqualTo([batch]));
    }

    [Test]
    public void A_connection_that_is_known_late_is_asked_then()
    {
        var outbox = new Capsule.AspNetCore.Sockets.Outbox(Sink, maxBytes: 100, maxMessages: 1, Time);
        Sink.IsHeld = true;
        outbox.Deliver(new Delivery("[0]"u8.ToArray()));
        outbox.Deliver(new Delivery("[1]"u8.ToArray()));
        outbox.Deliver(new Delivery("[2]"u8.ToArray()));
        Sink.Release();

        outbox.Attach(this);

        Assert.That(Asked, Is.EqualTo(1));
    }

    [Test]
    public void Who_leaves_even_verdicts_lying_is_cut_off()
    {
        Hold();
        Outbox.Send(new HoldFrame(1, ErrorCode.Busy));
        Outbox.Send(new HoldFrame(2, ErrorCode.Busy));
        Assert.That(Outbox.Closing.IsCompleted, Is.False);

        Outbox.Send(new HoldFrame(3, ErrorCode.Busy));

        Assert.That(Outbox.Closing.IsCompleted, Is.True);
        Assert.That(() => Outbox.Flushed.GetAwaiter().GetResult(), Throws.InvalidOperationException.With.Message.Contains("MaxBacklogBytes"));
    }

    private void Overflow()
    {
        for (int batch = 1; batch <= 6; batch++)
        {
            Deliver($"[{batch}]");
        }
    }
}
