using Capsule.Tests.Faults;

namespace Capsule.Tests.Concurrency;

/// <summary>Mistakes that somebody could make in the host, and in which scenario they show.</summary>
internal static class ExplorationFaults
{
    public static IEnumerable<PlantedFault> All => [];
}
