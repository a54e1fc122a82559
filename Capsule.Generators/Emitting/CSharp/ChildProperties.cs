using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The bodies of the partial properties that are child collections and child models, and both by number.</summary>
internal static class ChildProperties
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        for (int index = 0; index < model.Collections.Count; index++)
        {
            CollectionSpec collection = model.Collections[index];
            EmitProperty(writer, collection.Property, collection.TypeName, "AttachCollection", model.FirstCollection + index);
        }

        for (int index = 0; index < model.Children.Count; index++)
        {
            ChildSpec child = model.Children[index];
            if (child.Setter is null)
            {
                EmitProperty(writer, child.Property, child.TypeName, "AttachChild", model.FirstChild + index);
            }
            else
            {
                ReplaceableChildren.Emit(writer, child, model.FirstChild + index);
            }
        }

        EmitByNumber(writer, model, "global::Capsule.ModelCollection", "CollectionAt", model.FirstCollection, [.. model.Collections.Select(one => one.Property)]);
        EmitByNumber(writer, model, Names.Model + "?", "ChildAt", model.FirstChild, [.. model.Children.Select(one => one.Property)]);
        ReplaceableChildren.EmitByNumber(writer, model);
    }

    /// <summary>With a field of its own: were it the property's, the compiler would warn a constructor that uses the property.</summary>
    private static void EmitProperty(SourceWriter writer, PropertySpec property, string typeName, string attach, int index)
    {
        string field = Field(property);
        writer.Separate().Write($"{property.Modifiers} {typeName} {property.Name} => {field} ??= {attach}(new {typeName}(), {Names.Number(index)});");
        writer.Separate().Write($"private {typeName}? {field};");
    }

    public static string Field(PropertySpec property) => "capsule" + property.Name.TrimStart('@');

    private static void EmitByNumber(SourceWriter writer, ModelSpec model, string typeName, string method, int first, IReadOnlyList<PropertySpec> properties)
    {
        if (properties.Count == 0)
        {
            return;
        }

        writer.Separate().Open($$"""
            {{Names.Override(model)}} {{typeName}} {{method}}(int index) => index switch
            {
            """);
        for (int index = 0; index < properties.Count; index++)
        {
            writer.Write($"{Names.Number(first + index)} => {properties[index].Reference},");
        }

        writer.Write($"_ => base.{method}(index),").Close("};");
    }
}
