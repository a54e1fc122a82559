using Capsule.AspNetCore;
using Capsule.AspNetCore.Endpoints;
using Capsule.AspNetCore.Identity;
using Capsule.AspNetCore.Sockets;
using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Capsule to an application.</summary>
public static class CapsuleServiceCollectionExtensions
{
    /// <summary>Adds what keeps and serves trees: a host in this process with a store in memory, unless others are registered.</summary>
    /// <returns>To say which roots there are.</returns>
    public static CapsuleBuilder AddCapsule(this IServiceCollection services, Action<CapsuleOptions>? configure = null)
    {
        services.AddOptions<CapsuleOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddLogging();
        services.AddRouting();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Capsule.ICapsuleStore, Capsule.MemoryStore>();
        services.TryAddSingleton(provider => new Capsule.InProcessHost(
            provider.GetServices<Capsule.RootDefinition>(),
            provider.GetRequiredService<Capsule.ICapsuleStore>(),
            provider.GetRequiredService<IOptions<CapsuleOptions>>().Value.Trees,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton<Capsule.ICapsuleHost>(provider => provider.GetRequiredService<Capsule.InProcessHost>());
        services.TryAddSingleton<ClientFiles>();
        services.TryAddSingleton<JoinAuthentication>();
        services.TryAddSingleton<SocketCounter>();
        services.TryAddSingleton<SocketEndpoint>();
        return new CapsuleBuilder(services);
    }
}
