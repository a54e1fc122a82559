using System.Text.Json;
using Capsule.Changes;

namespace Capsule.Hosting;

/// <summary>What a turn did to what an audience sees, as lists of events.</summary>
/// <param name="Durable">What is stored, and so in a batch.</param>
/// <param name="HasDurable">Whether that is anything.</param>
/// <param name="Transient">What is not; empty if that is nothing.</param>
/// <param name="Broadcasts">What is no state; empty if that is nothing.</param>
internal readonly record struct TurnParts(byte[] Durable, bool HasDurable, byte[] Transient, byte[] Broadcasts)
{
    /// <summary>The frames, once it is known whether the turn has a batch.</summary>
    public AudienceFrame ToFrame(Audience audience, TurnChanges changes, FrameBuffer frames)
    {
        long after = changes.IsNumbered ? changes.Seq : changes.After;
        byte[] batch = changes.IsNumbered ? Frame(frames, "batch", "seq", changes.Seq, Durable) : [];
        byte[] transient = Transient.Length > 0 ? Frame(frames, "transient", "after", after, Transient) : [];
        byte[] broadcasts = Broadcasts.Length > 0 ? Frame(frames, "transient", "after", after, Broadcasts) : [];
        ReadOnlyMemory<byte>[] lasting = Given(batch, transient);
        ReadOnlyMemory<byte>[] all = Given(batch, transient, broadcasts);
        return new AudienceFrame(audience, all.Length == 0 ? [] : FrameBuffer.Join(all), batch.Length, lasting.Sum(static frame => frame.Length) + Math.Max(0, lasting.Length - 1));
    }

    private static ReadOnlyMemory<byte>[] Given(params byte[][] frames) => [.. frames.Where(static frame => frame.Length > 0).Select(static frame => (ReadOnlyMemory<byte>)frame)];

    private static byte[] Frame(FrameBuffer frames, string kind, string counter, long number, byte[] events) =>
        frames.Write((kind, counter, number, events), static (writer, frame) =>
        {
            writer.WriteStartObject();
            writer.WriteString("event"u8, frame.kind);
            writer.WriteNumber(frame.counter, frame.number);
            writer.WritePropertyName("events"u8);
            writer.WriteRawValue(frame.events, skipInputValidation: true);
            writer.WriteEndObject();
        });
}
