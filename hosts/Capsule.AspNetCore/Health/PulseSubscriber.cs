using Capsule.Protocol;

namespace Capsule.AspNetCore.Health;

/// <summary>Watches a pulse for its state and for its beat.</summary>
internal sealed class PulseSubscriber : ISubscriber
{
    private readonly TaskCompletionSource<ModelId> _state = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _beat = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The id of the root, once the state is here.</summary>
    public Task<ModelId> State => _state.Task;

    /// <summary>Ends when the change has come.</summary>
    public Task Beat => _beat.Task;

    public void Deliver(Delivery delivery)
    {
        foreach (Frame frame in FrameJson.ReadMessage(delivery.Message))
        {
            if (frame is InitialFrame initial)
            {
                var copy = new Pulse();
                copy.Mport(initial.App.Utf8.Span);
                _state.TrySetResult(copy.Id);
            }
            else if (frame is BatchFrame { Events: [ChangeEvent] })
            {
                _beat.TrySetResult();
            }
        }
    }

    public void End(ProtocolError error)
    {
        var exception = new CapsuleException(error.Code, error.Message);
        _state.TrySetException(exception);
        _beat.TrySetException(exception);
    }
}
