namespace Capsule.Generators.Models;

/// <summary>A type around a nested model.</summary>
/// <param name="Keyword">Such as <c>class</c> or <c>record struct</c>.</param>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
internal sealed record ContainerSpec(string Keyword, string Name);
