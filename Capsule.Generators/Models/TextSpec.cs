namespace Capsule.Generators.Models;

/// <summary>A text for people.</summary>
/// <param name="Constant">The text where it is known while compiling, else the key of the resource.</param>
/// <param name="Code">The C# expression that gives it.</param>
/// <param name="IsKey">Whether it comes from a resource.</param>
internal sealed record TextSpec(string Constant, string Code, bool IsKey);
