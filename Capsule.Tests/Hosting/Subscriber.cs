using System.Threading.Channels;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>What a client gets from a tree, message by message.</summary>
internal sealed class Subscriber : ISubscriber
{
    private readonly Channel<IReadOnlyList<Frame>> _messages = Channel.CreateUnbounded<IReadOnlyList<Frame>>();
    private readonly TaskCompletionSource<ProtocolError> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<ProtocolError> Ended => _ended.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public bool IsSilent => _messages.Reader.Count == 0;

    public List<ReadOnlyMemory<byte>> Raw { get; } = [];

    public void Deliver(Delivery delivery)
    {
        Raw.Add(delivery.Message);
        _messages.Writer.TryWrite(FrameJson.ReadMessage(delivery.Message));
    }

    public void End(ProtocolError error) => _ended.TrySetResult(error);

    public async Task<IReadOnlyList<Frame>> NextAsync() => await _messages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public async Task<TFrame> NextAsync<TFrame>()
        where TFrame : Frame
    {
        IReadOnlyList<Frame> message = await NextAsync();
        Assert.That(message, Has.Count.EqualTo(1));
        Assert.That(message[0], Is.TypeOf<TFrame>());
        return (TFrame)message[0];
    }
}
