using System.Security.Claims;
using Capsule.AspNetCore.Identity;
using Capsule.Internals;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.AspNetCore;

/// <summary>Says what Capsule serves.</summary>
public sealed class CapsuleBuilder : ICapsuleBuilder
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

    /// <summary>Says what the application knows of a user besides the principal: rules read it as <see cref="CapsuleUser.Facts{TFacts}"/>. Asked when the user joins, at each renewal
    /// of their token and by <see cref="CapsuleSessions.InvalidateUserAsync"/>, never in a turn; of guests too, not of the anonymous. If it throws, the session ends
    /// with <c>closing</c>. Call this once for each type of facts.</summary>
    /// <param name="find">Gets the principal, the services of a scope of its own, and a token that says when the client has gone. Null: nothing is known. Must not wait for
    /// <see cref="CapsuleSessions"/>, which wait for it.</param>
    /// <typeparam name="TFacts">Best a record: facts that are equal to the former ones change nothing.</typeparam>
    /// <exception cref="InvalidOperationException">There are facts of this type already.</exception>
    public CapsuleBuilder WithUser<TFacts>(Func<ClaimsPrincipal, IServiceProvider, CancellationToken, Task<TFacts?>> find)
        where TFacts : class
    {
        ArgumentNullException.ThrowIfNull(find);
        if (Services.Any(service => service.ImplementationInstance is UserFacts known && known.Type == typeof(TFacts)))
        {
            throw new InvalidOperationException($"WithUser was called for '{typeof(TFacts)}' already. Find these facts in one place, or give them a type of their own.");
        }

        Services.AddSingleton(new UserFacts(
            typeof(TFacts),
            async (principal, services, cancellation) => await find(principal, services, cancellation).ConfigureAwait(false)));
        return this;
    }

    /// <summary>Keeps the trees in this store instead of in memory.</summary>
    public CapsuleBuilder UseStore(ICapsuleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.AddSingleton(store);
        return this;
    }

    /// <summary>Keeps the trees in the store that this makes, once, from the application's services, which dispose of it.</summary>
    public CapsuleBuilder UseStore(Func<IServiceProvider, ICapsuleStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.AddSingleton(create);
        return this;
    }

    void ICapsuleBuilder.UseStore(Func<IServiceProvider, ICapsuleStore> create) => UseStore(create);

    private static InProcessHost LocalHost(IServiceProvider services) => services.GetRequiredService<ICapsuleHost>() as InProcessHost
        ?? throw new InvalidOperationException("The trees are not in this process: use CapsuleTrees in place of LocalTrees, and call exposed methods.");
}
