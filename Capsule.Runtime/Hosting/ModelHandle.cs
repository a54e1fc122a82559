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
    public Task<TResult> CallAsync<TResult>(string method, CallArguments arguments, ReadValue<TResult> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(read);
        return CallAsync(method, arguments.ToJson(), read, cancellationToken);
    }

    private async Task<TResult> CallAsync<TResult>(string method, RawJson arguments, ReadValue<TResult> read, CancellationToken cancellationToken)
    {
        RawJson result = await _host.CallAsync(_tree, _model, method, arguments, cancellationToken).ConfigureAwait(false);
        return Read(result, read);
    }

    private static TResult Read<TResult>(RawJson result, ReadValue<TResult> read)
    {
        Utf8JsonReader reader = result.CreateReader();
        reader.Read();
        return read(ref reader);
    }
}
