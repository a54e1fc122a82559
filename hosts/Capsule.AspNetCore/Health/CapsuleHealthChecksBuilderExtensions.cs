using Capsule.AspNetCore.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Capsule's health check.</summary>
public static class CapsuleHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that makes a small tree in the application's store, changes it as a client does, waits until the change has come back, and deletes the tree. It
    /// fails while the server closes, so that a load balancer sends nobody any more.</summary>
    /// <param name="builder">As <c>AddHealthChecks()</c> gives it.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What is reported when it fails; unless said, unhealthy.</param>
    /// <param name="tags">To choose checks by.</param>
    /// <param name="timeout">How long it may take. Default five seconds.</param>
    public static IHealthChecksBuilder AddCapsule(
        this IHealthChecksBuilder builder, string name = "capsule", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<CapsuleHealthCheck>();
        return builder.AddCheck<CapsuleHealthCheck>(name, failureStatus, tags ?? [], timeout ?? TimeSpan.FromSeconds(5));
    }
}
