using System.Text.Json;
using Capsule.Changes;

namespace Capsule.Hosting;

/// <summary>What a turn did to what an audience sees, as lists of events.</summary>
/// <param name="Durable">What is stored, and so in a batch.</param>
/// <param name="HasDurable">Whether that is anything.</param>
/// <param name="Transient">What is not; empty if that is nothing.</param>
internal readonly record struct TurnParts(byte[] Durable, bool HasDurable, byte[] Transient)
{
    /// <summary>The frames, once it is known whether the turn has a batch.</summary>
    public AudienceFrame ToFrame(Audience audience, TurnChanges changes, FrameBuffer frames)
    {
        byte[] batch = changes.IsNumbered ? Frame(frames, "batch", "seq", changes.Seq, Durable) : [];
        byte[] transient = Transient.Length > 0 ? Frame(frames, "transient", "after", changes.IsNumbered ? changes.Seq : changes.After, Transient) : [];
        byte[][] all = [.. new[] { batch, transient }.Where(static frame => frame.Length > 0)];
        byte[] message = all.Length == 0 ? [] : FrameBuffer.Join([.. all.Select(static frame => (ReadOnlyMemory<byte>)frame)]);
        return new AudienceFrame(audience, message, batch.Length, Math.Max(0, message.Length - 2));
    }

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
