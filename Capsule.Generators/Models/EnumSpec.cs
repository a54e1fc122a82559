namespace Capsule.Generators.Models;

/// <summary>An enum whose members go over the wire by name.</summary>
/// <param name="FullName">In C#, with <c>global::</c>.</param>
/// <param name="Name">Its own name, for what is named after it.</param>
/// <param name="Members">In the order of declaration.</param>
internal sealed record EnumSpec(string FullName, string Name, EquatableArray<EnumMemberSpec> Members);
