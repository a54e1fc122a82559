namespace Capsule.Generators.Models;

/// <summary>The rules of a model that say who sees what.</summary>
/// <param name="HasCanRead">Whether the class, or a model above it, has a <c>CanRead</c> of its own.</param>
/// <param name="ReadAbove">Whether one of them reads more than the model's own attributes and child models.</param>
internal readonly record struct SeeingRulesSpec(bool HasCanRead, bool ReadAbove);
