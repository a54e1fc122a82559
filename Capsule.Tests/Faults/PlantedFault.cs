namespace Capsule.Tests.Faults;

/// <summary>A mistake that somebody could make in the runtime: the tests that would have to find it are run with it.</summary>
/// <param name="Name">What is wrong then.</param>
/// <param name="File">In Capsule.Runtime.</param>
/// <param name="Right">What stands there, once.</param>
/// <param name="Wrong">What stands there in its place.</param>
public sealed record PlantedFault(string Name, string File, string Right, string Wrong)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
