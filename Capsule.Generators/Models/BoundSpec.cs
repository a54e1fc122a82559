namespace Capsule.Generators.Models;

/// <summary>A bound of a <c>[Range]</c>.</summary>
/// <param name="Text">As TypeScript has it: a number, or a text in quotation marks.</param>
/// <param name="Code">The C# expression.</param>
internal sealed record BoundSpec(string Text, string Code);
