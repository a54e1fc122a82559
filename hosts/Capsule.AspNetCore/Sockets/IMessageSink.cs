namespace Capsule.AspNetCore.Sockets;

/// <summary>Takes one message at a time.</summary>
internal interface IMessageSink
{
    /// <summary>Sends a text message. Called again only when the last call has ended.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> message);
}
