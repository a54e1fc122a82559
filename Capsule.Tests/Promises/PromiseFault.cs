using Capsule.Tests.Faults;

namespace Capsule.Tests.Promises;

/// <summary>A mistake that breaks a promise.</summary>
/// <param name="Promise">The promise's number in docs/semantics.md.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record PromiseFault(int Promise, PlantedFault Fault)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Promise}: {Fault.Name}";
}
