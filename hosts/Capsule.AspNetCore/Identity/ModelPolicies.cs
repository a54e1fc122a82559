using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Capsule.AspNetCore.Identity;

/// <summary>The policies that are tried when somebody joins: those that the models of the tree name, and those of the options. That all of them are registered
/// is seen to when the application starts.</summary>
internal sealed class ModelPolicies(ICapsuleHost host, IOptions<CapsuleOptions> options, IServiceScopeFactory scopes) : IHostedService
{
    private readonly Dictionary<string, string[]> _names = host.Roots.ToDictionary(
        root => root.Key,
        root => root.Value.Policies.Concat(options.Value.Policies).Distinct(StringComparer.Ordinal).ToArray(),
        StringComparer.Ordinal);

    /// <summary>Those of a class of root; of none, if there is no such class.</summary>
    public IReadOnlyList<string> Of(string? root) => root is not null && _names.TryGetValue(root, out string[]? names) ? names : [];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var registered = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
            var unknown = new List<string>();
            foreach ((string policy, string namedBy) in Named())
            {
                if (await registered.GetPolicyAsync(policy).ConfigureAwait(false) is null)
                {
                    unknown.Add(
                        $"{namedBy} names the authorization policy '{policy}', which is not registered. Write "
                        + $"builder.Services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", policy => policy.RequireRole(…)), or correct the name.");
                }
            }

            if (unknown.Count > 0)
            {
                throw new InvalidOperationException(string.Join(Environment.NewLine, unknown));
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Each policy, with who names it first.</summary>
    private IEnumerable<(string Policy, string NamedBy)> Named() => host.Roots.Values
        .SelectMany(root => root.Type.Reachable())
        .SelectMany(type => type.Policies.Select(policy => (policy, $"The model '{type.Name}' ({type.ClrType.FullName})")))
        .Concat(options.Value.Policies.Select(policy => (policy, $"{nameof(CapsuleOptions)}.{nameof(CapsuleOptions.Policies)}")))
        .DistinctBy(named => named.policy, StringComparer.Ordinal);
}
