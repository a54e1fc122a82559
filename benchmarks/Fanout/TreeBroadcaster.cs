using Capsule.Benchmarks.Wire;
using Capsule.Internals;

namespace Capsule.Benchmarks.Fanout;

/// <summary>Capsule: each change is a turn of a tree.</summary>
internal sealed class TreeBroadcaster : IBroadcaster
{
    private readonly TreeServer _server;
    private readonly TreeAddress _tree = new("", ModelType.Of<Square>().Name, "one");

    /// <param name="flushInterval">For how long turns are gathered.</param>
    public TreeBroadcaster(TimeSpan flushInterval)
    {
        _server = new TreeServer(static roots => roots.AddRoot<Square>(static square => square.Seed = static (root, _) => root.Displays.Add(new Display())), options =>
        {
            options.Trees.FlushInterval = flushInterval;

            // Nothing but changes is to come.
            options.PingInterval = options.HeartbeatInterval = TimeSpan.FromHours(1);
        });
        _server.Host.CreateAsync(_tree).AsTask().GetAwaiter().GetResult();
    }

    public string Address => $"{_server.Address}/{_tree.Root}/{_tree.Key}";

    public bool IsJoined => true;

    public Task ChangeAsync(int first, int count) => Task.WhenAll(Enumerable.Range(first, count).Select(number => _server.Host.UpdateAsync(_tree, root =>
    {
        ((Square)root).Displays[0].Number = number;
        return 0;
    })));

    public void Dispose() => _server.Dispose();
}
