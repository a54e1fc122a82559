namespace Capsule.Tests.Client;

/// <summary>Delivers what libraries order, when the script says so.</summary>
public sealed class BookTrade
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource> _orders = [];

    public Task DeliverAsync(string title, CancellationToken cancellation) => Order(title).Task.WaitAsync(cancellation);

    /// <summary>What was ordered, or is yet to be, arrives.</summary>
    public void Deliver(string title) => Order(title).TrySetResult();

    private TaskCompletionSource Order(string title)
    {
        lock (_lock)
        {
            if (!_orders.TryGetValue(title, out TaskCompletionSource? order))
            {
                _orders.Add(title, order = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return order;
        }
    }
}
