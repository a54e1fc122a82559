using Capsule.Internals;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.AspNetCore;

/// <summary>Says what Capsule serves.</summary>
public sealed class CapsuleBuilder
{
    internal CapsuleBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Serves trees with this class of root. Server code gets <see cref="CapsuleTrees{TRoot}"/> and, as the trees are in this process,
    /// <see cref="LocalTrees{TRoot}"/>.</summary>
    public CapsuleBuilder AddRoot<TRoot>(Action<RootOptions<TRoot>>? configure = null)
        where TRoot : CapsuleModel, ICapsuleModel<TRoot>
    {
        var options = new RootOptions<TRoot>();
        configure?.Invoke(options);
        Services.AddSingleton(options.ToDefinition(ModelType.Of<TRoot>()));
        Services.AddSingleton(services => new CapsuleTrees<TRoot>(services.GetRequiredService<ICapsuleHost>()));
        Services.AddSingleton(services => new LocalTrees<TRoot>(LocalHost(services)));
        return this;
    }

    /// <summary>Keeps the trees in this store instead of in memory.</summary>
    public CapsuleBuilder UseStore(ICapsuleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.AddSingleton(store);
        return this;
    }

    private static InProcessHost LocalHost(IServiceProvider services) => services.GetRequiredService<ICapsuleHost>() as InProcessHost
        ?? throw new InvalidOperationException("The trees are not in this process: use CapsuleTrees in place of LocalTrees, and call exposed methods.");
}
