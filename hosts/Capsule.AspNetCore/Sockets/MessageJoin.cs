namespace Capsule.AspNetCore.Sockets;

/// <summary>Makes one message of several. Each is a JSON array: without its brackets it is a list of frames.</summary>
internal static class MessageJoin
{
    /// <summary>The joined message; empty if there is none.</summary>
    public static ReadOnlyMemory<byte> Join(IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries.Count <= 1)
        {
            return deliveries.Count == 0 ? default : deliveries[0].Message;
        }

        var message = new byte[deliveries.Sum(delivery => delivery.Message.Length - 1) + 1];
        message[0] = (byte)'[';
        int end = 1;
        foreach (Delivery delivery in deliveries)
        {
            ReadOnlySpan<byte> frames = delivery.Message.Span[1..^1];
            if (frames.IsEmpty)
            {
                continue;
            }

            if (end > 1)
            {
                message[end++] = (byte)',';
            }

            frames.CopyTo(message.AsSpan(end));
            end += frames.Length;
        }

        message[end++] = (byte)']';
        return message.AsMemory(0, end);
    }
}
