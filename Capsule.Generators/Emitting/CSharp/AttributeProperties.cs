using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The bodies of the partial properties that are attributes.</summary>
internal static class AttributeProperties
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            Emit(writer.Separate(), model.Attributes[index], Names.Number(model.FirstAttribute + index));
        }
    }

    private static void Emit(SourceWriter writer, AttributeSpec attribute, string number)
    {
        if (attribute.StartsEmpty)
        {
            writer.Write("[field: global::System.Diagnostics.CodeAnalysis.MaybeNull]");
        }

        string declaration = attribute.OnServer is null ? $"{attribute.Property.Modifiers} {ValueCode.TypeName(attribute.Type)} {attribute.Property.Name}"
            : $"private {ValueCode.TypeName(attribute.HeldType)} {attribute.Holder}";
        writer.Write($$"""
            {{declaration}}
            {
                {{attribute.Getter}}{{Get(attribute)}};
                {{attribute.Setter}} => {{Set(attribute, number)}};
            }
            """);
    }

    /// <summary>A getter without a body is one body less for the compiler to bind.</summary>
    private static string Get(AttributeSpec attribute) => ValueCode.Got(attribute.HeldType, attribute.StartsEmpty) is var value and not "field" ? $" => {value}" : "";

    private static string Set(AttributeSpec attribute, string number) =>
        attribute.Type.Kind == ValueKind.Reference ? $"SetReference{(attribute.IsImmutable ? "Once" : "")}(ref field, value, {number})"
        : attribute.IsImmutable ? $"SetOnce(ref field, value, {ValueCode.Kind(attribute.Type)}, {number})"
        : attribute.IsRadio ? $"SetRadio(ref field, value, {number})"
        : ValueCode.NamedKind(attribute.HeldType) is { } kind ? $"Set{kind}(ref field, value, {number})"
        : $"Set(ref field, value, {ValueCode.Kind(attribute.HeldType)}, {number})";
}
