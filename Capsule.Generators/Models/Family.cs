namespace Capsule.Generators.Models;

/// <summary>A model that others derive from, and all that can be where it is declared.</summary>
/// <param name="FullName">The base in C#, with <c>global::</c>.</param>
/// <param name="Members">In the order of their full names; the base among them unless it is abstract.</param>
internal sealed record Family(string FullName, EquatableArray<FamilyMember> Members);
