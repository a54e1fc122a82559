using Capsule.Internals;

namespace Capsule.Benchmarks.Turns;

/// <summary>A tree, and clients that send it turns.</summary>
internal sealed class TurnQueue : IDisposable
{
    private readonly InProcessHost _host;
    private readonly ICapsuleStore _store;
    private readonly TurnClient[] _clients;

    public TurnQueue(ICapsuleStore store, int clients, int turns)
    {
        _store = store;
        _host = new InProcessHost([new RootDefinition(ModelType.Of<Desk>())], store);
        var tree = new TreeAddress("", ModelType.Of<Desk>().Name, $"of-{clients}");
        _host.CreateAsync(tree).AsTask().GetAwaiter().GetResult();
        string id = _host.UpdateAsync(tree, static root => root.Id.ToString()).GetAwaiter().GetResult();
        _clients = [.. Enumerable.Range(0, clients).Select(client => new TurnClient(_host, tree, $"client {client}", id, turns))];
    }

    public void Prepare() => Array.ForEach(_clients, static client => client.Prepare());

    public void Pass()
    {
        Array.ForEach(_clients, static client => client.Begin());
        Array.ForEach(_clients, static client => client.Wait());
    }

    public void Dispose()
    {
        _host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        (_store as IAsyncDisposable)?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
