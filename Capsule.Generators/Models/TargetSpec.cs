namespace Capsule.Generators.Models;

/// <summary>The class of the models that a reference can point at.</summary>
/// <param name="TypeName">In C#, with <c>global::</c>.</param>
/// <param name="WireName">Its name on the wire.</param>
internal sealed record TargetSpec(string TypeName, string WireName);
