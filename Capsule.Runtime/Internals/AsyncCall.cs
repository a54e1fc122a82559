using System.ComponentModel;
using Capsule.Access;

namespace Capsule.Internals;

/// <summary>A running call of an asynchronous method, for generated code: what its parameters get beside the arguments.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncCall
{
    private readonly ICapsuleHost _host;
    private readonly TreeAddress _address;
    private readonly TurnServices _services;

    internal AsyncCall(ICapsuleHost host, TreeAddress address, ModelId model, CapsuleUser user, TurnServices services, CancellationToken cancellation)
    {
        _host = host;
        _address = address;
        _services = services;
        Model = model;
        User = user;
        Cancellation = cancellation;
    }

    /// <summary>The model that the call went to.</summary>
    public ModelId Model { get; }

    /// <summary>Who asked.</summary>
    public CapsuleUser User { get; }

    /// <summary>Cancelled when the tree ends, or when the server code that called no longer waits.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The tree of the model.</summary>
    /// <exception cref="InvalidOperationException">Its root is of another class.</exception>
    public TreeHandle<TRoot> Tree<TRoot>()
        where TRoot : CapsuleModel, ICapsuleModel<TRoot> => ModelType.Of<TRoot>().Name == _address.Root
            ? new(_host, _address)
            : throw new InvalidOperationException(
                $"The method takes a TreeHandle<{typeof(TRoot).Name}>, and the root of {_address} is another: only below a {typeof(TRoot).Name} can it be called.");

    /// <summary>The service for this parameter.</summary>
    public TService Required<TService>(string parameter) => _services.Get<TService>(parameter);

    /// <summary>The service for this parameter, or null where none is registered.</summary>
    public TService? Optional<TService>(string parameter) => _services.Find<TService>(parameter);
}
