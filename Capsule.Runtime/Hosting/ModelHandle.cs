using System.ComponentModel;
using System.Text.Json;
using Capsule.Internals;

namespace Capsule;

/// <summary>Names a model of a tree, wherever the tree is: server code calls its exposed methods through extension methods that the generator
/// writes. Immutable and thread-safe; costs nothing until something is called.</summary>
/// <typeparam name="TModel">The model's class.</typeparam>
public sealed class ModelHandle<TModel>
    where TModel : CapsuleModel
{
    private readonly ICapsuleHost _host;
    private readonly TreeAddress _tree;
    private readonly ModelId? _model;

    internal ModelHandle(ICapsuleHost host, TreeAddress tree, ModelId? model)
    {
        _host = host;
        _tree = tree;
        _model = model;
    }

    /// <summary>For generated code: calls a method without a result.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async Task CallAsync(string method, CallArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        await _host.CallAsync(_tree, _model, method, arguments.ToJson(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For generated code: calls a method with a result.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TResult> CallAsync<TResult>(string method, CallArguments arguments, ValueKind<TResult> kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(kind);
        return CallAsync(method, arguments.ToJson(), kind, cancellationToken);
    }

    private async Task<TResult> CallAsync<TResult>(string method, RawJson arguments, ValueKind<TResult> kind, CancellationToken cancellationToken)
    {
        RawJson result = await _host.CallAsync(_tree, _model, method, arguments, cancellationToken).ConfigureAwait(false);
        return Read(result, kind);
    }

    private static TResult Read<TResult>(RawJson result, ValueKind<TResult> kind)
    {
        Utf8JsonReader reader = result.CreateReader();
        reader.Read();
        return kind.Read(ref reader);
    }
}
