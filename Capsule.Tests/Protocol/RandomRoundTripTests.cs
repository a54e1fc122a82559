using Capsule.Protocol;
using CsCheck;

namespace Capsule.Tests.Protocol;

public class RandomRoundTripTests
{
    [Test]
    public void An_op_is_read_as_it_was_written() =>
        WireGenerators.Ops.Sample(op => WireCodec.For("op").Read(WireCodec.For("op").Write(op)).Equals(op), iter: 2000);

    [Test]
    public void An_event_is_read_as_it_was_written() =>
        WireGenerators.Events.Sample(happened => WireCodec.For("event").Read(WireCodec.For("event").Write(happened)).Equals(happened), iter: 2000);

    // Frames hold lists, which are equal only to themselves: their bytes are compared.
    [Test]
    public void A_message_of_the_server_is_read_as_it_was_written() =>
        WireGenerators.Frames.Array[0, 4].Sample(
            frames =>
            {
                byte[] written = WireCodec.For("batch").Write(frames);
                return WireCodec.For("batch").Write(WireCodec.For("batch").Read(written)).AsSpan().SequenceEqual(written);
            },
            iter: 2000);

    [Test]
    public void A_turn_is_read_as_it_was_written() =>
        WireGenerators.Ops.Array[0, 5].Sample(
            ops =>
            {
                var read = (TurnMessage)ClientMessageJson.Read(WireCodec.For("client").Write(new TurnMessage(5, 4, ops)));
                return read.Turn == 5 && read.Confirmed == 4 && read.Ops.SequenceEqual(ops);
            },
            iter: 2000);
}
