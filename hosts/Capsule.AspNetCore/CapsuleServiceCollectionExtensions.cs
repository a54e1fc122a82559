using Capsule;
using Capsule.AspNetCore;
using Capsule.AspNetCore.Endpoints;
using Capsule.AspNetCore.Identity;
using Capsule.AspNetCore.Sockets;
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
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<CapsuleOptions> options = services.AddOptions<CapsuleOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddLogging();
        services.AddRouting();
        services.AddAuthorization();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICapsuleStore, MemoryStore>();
        services.TryAddSingleton<ICapsuleHost>(CreateHost);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CapsuleOptions>, CapsuleOptionsValidation>());
        services.TryAddSingleton<ClientFiles>();
        services.TryAddSingleton<JoinAuthentication>();
        services.TryAddSingleton<SocketCounter>();
        services.TryAddSingleton<SocketEndpoint>();
        return new CapsuleBuilder(services);
    }

    private static InProcessHost CreateHost(IServiceProvider services) => new(
        services.GetServices<RootDefinition>(),
        services.GetRequiredService<ICapsuleStore>(),
        services.GetRequiredService<IOptions<CapsuleOptions>>().Value.Trees,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILoggerFactory>(),
        services);
}
