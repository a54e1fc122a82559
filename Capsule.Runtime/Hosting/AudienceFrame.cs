namespace Capsule.Hosting;

/// <summary>A turn as an audience sees it.</summary>
/// <param name="Audience">Who.</param>
/// <param name="Message">Its frames, as a message of their own; empty where there is nothing to tell this audience, not even a number.</param>
/// <param name="Batch">How long the first frame is if it is a batch; else 0.</param>
/// <param name="Lasting">How long the frames are together that say how the state has changed.</param>
internal readonly record struct AudienceFrame(Audience Audience, byte[] Message, int Batch, int Lasting)
{
    /// <summary>A batch and nothing else.</summary>
    public AudienceFrame(Audience audience, byte[] message)
        : this(audience, message, message.Length - 2, message.Length - 2)
    {
    }

    /// <summary>All frames, one after the other with commas between: a message is a list of them.</summary>
    public ReadOnlyMemory<byte> Frames => Message.Length == 0 ? default : Message.AsMemory(1, Message.Length - 2);

    /// <summary>The batch alone; empty if there is none.</summary>
    public ReadOnlyMemory<byte> BatchFrame => Batch == 0 ? default : Message.AsMemory(1, Batch);

    /// <summary>What somebody has to get who has the state from before; empty if that is nothing.</summary>
    public ReadOnlyMemory<byte> LastingFrames => Lasting == 0 ? default : Message.AsMemory(1, Lasting);
}
