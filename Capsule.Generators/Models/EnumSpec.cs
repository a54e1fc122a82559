namespace Capsule.Generators.Models;

/// <summary>An enum whose members go over the wire by name.</summary>
/// <param name="FullName">In C#, with <c>global::</c>.</param>
/// <param name="Name">For what is named after it: its full name without dots.</param>
/// <param name="Members">In the order of declaration.</param>
internal sealed record EnumSpec(string FullName, string Name, EquatableArray<EnumMemberSpec> Members);
