namespace Capsule.Generators.Models;

/// <summary>A child model. Its number is its place in the model's list.</summary>
/// <param name="Property">The property as C# declares it.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="TypeName">The child's class in C#, with <c>global::</c>.</param>
/// <param name="ChildWireName">The child's own name on the wire.</param>
internal sealed record ChildSpec(PropertySpec Property, string WireName, string TypeName, string ChildWireName);
