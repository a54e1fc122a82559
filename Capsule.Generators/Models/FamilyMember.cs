namespace Capsule.Generators.Models;

/// <summary>One of several models that can be where their common base is declared.</summary>
/// <param name="FullName">In C#, with <c>global::</c>.</param>
/// <param name="WireName">On the wire.</param>
internal sealed record FamilyMember(string FullName, string WireName);
