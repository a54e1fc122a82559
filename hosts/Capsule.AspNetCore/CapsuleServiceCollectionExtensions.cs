using Capsule;
using Capsule.AspNetCore;
using Capsule.AspNetCore.Endpoints;
using Capsule.AspNetCore.Identity;
using Capsule.AspNetCore.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
        services.TryAddSingleton<FileAuthentication>();
        services.TryAddSingleton<ModelFiles>();
        services.TryAddSingleton<ClientFiles>();
        services.TryAddSingleton<ModelPolicies>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ModelPolicies>(services => services.GetRequiredService<ModelPolicies>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ScheduledCalls>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TreesEnd>());
        services.TryAddSingleton<JoinAuthentication>();
        services.TryAddSingleton(_ => new CapsuleSessions());
        services.TryAddSingleton<SocketCounter>();
        services.TryAddSingleton<SocketEndpoint>();
        return new CapsuleBuilder(services);
    }

    /// <summary>Gives those who have not signed in an id that stays: <c>guest:</c> and a random one, by a ticket in a cookie that ASP.NET Core Data Protection seals.
    /// Where several servers serve one site, they need the same keys.</summary>
    public static IServiceCollection AddCapsuleGuests(this IServiceCollection services, Action<CapsuleGuestOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<CapsuleGuestOptions> options = services.AddOptions<CapsuleGuestOptions>()
            .Validate(guests => guests.Lifetime > TimeSpan.Zero, $"{nameof(CapsuleGuestOptions)}.{nameof(CapsuleGuestOptions.Lifetime)} has to be more than nothing.")
            .Validate(guests => !string.IsNullOrEmpty(guests.Cookie.Name), $"{nameof(CapsuleGuestOptions)}.{nameof(CapsuleGuestOptions.Cookie)} needs a name.")
            .ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new CapsuleGuests(
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<IOptions<CapsuleGuestOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static InProcessHost CreateHost(IServiceProvider services) => new(
        services.GetServices<RootDefinition>(),
        services.GetRequiredService<ICapsuleStore>(),
        services.GetRequiredService<IOptions<CapsuleOptions>>().Value.Trees,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILoggerFactory>(),
        services);
}
