using Capsule.Protocol;

namespace Capsule.Scheduling;

/// <summary>A host that does nothing but write down the call that is made through a handle. It never ends the call, so that nothing after it runs.</summary>
internal sealed class CallRecorder : ICapsuleHost
{
    private readonly List<(ModelId? Model, string Method, RawJson Arguments)> _calls = [];

    public IReadOnlyDictionary<string, RootDefinition> Roots { get; } = new Dictionary<string, RootDefinition>();

    /// <summary>What a piece of code calls.</summary>
    /// <exception cref="ArgumentException">It makes no call, or several.</exception>
    public static (string Method, RawJson Arguments) Record<TModel>(TModel model, Func<ModelHandle<TModel>, Task> call)
        where TModel : CapsuleModel
    {
        var recorder = new CallRecorder();
        Task made = call(new ModelHandle<TModel>(recorder, default, model.Id));
        if (made?.Exception is { } failure)
        {
            throw new ArgumentException("What is to be called later cannot be called like that.", nameof(call), failure.GetBaseException());
        }

        return recorder._calls is [var (_, method, arguments)]
            ? (method, arguments)
            : throw new ArgumentException("Call one method of the model, as in 'Tree.Schedule(due, this, card => card.ArchiveAsync(\"late\"))'.", nameof(call));
    }

    public ValueTask<RawJson> CallAsync(TreeAddress tree, ModelId? model, string method, RawJson arguments, CancellationToken cancellationToken = default)
    {
        _calls.Add((model, method, arguments));
        return new(new TaskCompletionSource<RawJson>().Task);
    }

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => throw Only();

    public ValueTask<bool> CreateAsync(TreeAddress tree, CancellationToken cancellationToken = default) => throw Only();

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => throw Only();

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) => throw Only();

    public ValueTask<RawJson> ReadAsync(TreeAddress tree, CancellationToken cancellationToken = default) => throw Only();

    public ValueTask<JoinOutcome> JoinAsync(JoinRequest request, ISubscriber subscriber, CancellationToken cancellationToken = default) => throw Only();

    private static NotSupportedException Only() => new("Only a call can be made later.");
}
