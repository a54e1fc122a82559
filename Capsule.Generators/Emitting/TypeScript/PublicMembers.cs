using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What clients may know of a model.</summary>
internal static class PublicMembers
{
    public static IReadOnlyList<AttributeSpec> PublicAttributes(this ModelSpec model) => [.. model.Attributes.Where(attribute => !attribute.IsServerOnly)];

    public static IReadOnlyList<AttributeSpec> EditableAttributes(this ModelSpec model) =>
        [.. model.PublicAttributes().Where(attribute => attribute.IsClientEditable)];
}
