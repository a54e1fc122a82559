using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Access;

/// <summary>The services that the methods of one turn take: a scope for each call that takes any, all of them ended after the turn.</summary>
internal sealed class TurnServices : IAsyncDisposable
{
    private readonly IServiceProvider? _provider;
    private readonly IServiceScopeFactory? _factory;
    private List<AsyncServiceScope>? _scopes;
    private IServiceProvider? _current;

    private TurnServices(IServiceProvider? provider, IServiceScopeFactory? factory)
    {
        _provider = provider;
        _factory = factory;
    }

    /// <summary>Whether there is anything to end.</summary>
    public bool HasScopes => _scopes is not null;

    /// <summary>Those of an application, in scopes of its container.</summary>
    public static TurnServices Scoped(IServiceProvider? provider) => new(provider, (IServiceScopeFactory?)provider?.GetService(typeof(IServiceScopeFactory)));

    /// <summary>Those that somebody gave for a call, as they are; none for null.</summary>
    public static TurnServices Given(IServiceProvider? provider) => new(provider, null);

    /// <summary>What is taken from here on is for another call.</summary>
    public void NextCall() => _current = null;

    /// <summary>The service, or null where none is registered.</summary>
    /// <exception cref="InvalidOperationException">There are no services at all.</exception>
    public TService? Find<TService>(string parameter) => (TService?)Provider(parameter).GetService(typeof(TService));

    /// <summary>The service.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TService Get<TService>(string parameter) => Provider(parameter).GetService(typeof(TService)) is TService service
        ? service
        : throw new InvalidOperationException(
            $"The parameter '{parameter}' is a {typeof(TService)} from services, and none is registered. Register it, or make the parameter nullable.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (AsyncServiceScope scope in _scopes ?? [])
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IServiceProvider Provider(string parameter) => _current ??= _factory is null
        ? _provider ?? throw new InvalidOperationException(
            $"The parameter '{parameter}' comes from services, and there are none here: a host gives them. Without one, pass a service provider to SafeCall.")
        : Open(_factory);

    private IServiceProvider Open(IServiceScopeFactory factory)
    {
        AsyncServiceScope scope = factory.CreateAsyncScope();
        (_scopes ??= []).Add(scope);
        return scope.ServiceProvider;
    }
}
