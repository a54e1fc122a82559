namespace Capsule.Generators.Models;

/// <summary>What <c>[Display]</c> says to whoever builds a form, beside the label: texts, or the keys of a resource.</summary>
/// <param name="Description">What helps who fills it in.</param>
/// <param name="Prompt">What stands in it while it is empty.</param>
/// <param name="Group">With which others it stands.</param>
/// <param name="Order">Before which others it stands.</param>
internal sealed record DisplaySpec(string? Description, string? Prompt, string? Group, int? Order);
