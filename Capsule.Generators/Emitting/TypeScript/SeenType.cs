using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>How members look in TypeScript to those who may see the model: what they may not see of it is null.</summary>
internal static class SeenType
{
    public static string Of(AttributeSpec attribute) => ValueType.Of(attribute.Type) + (attribute.Visibility is not null && !IsNullable(attribute.Type) ? " | null" : "");

    public static string Of(ChildSpec child) => child.ChildMirror + (child.IsNullable || child.Visibility is not null ? " | null" : "");

    private static bool IsNullable(TypeRef type) => type.IsNullable || type.Kind == ValueKind.Reference;
}
