using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>A getter for each member, and a setter for what a client may edit: the rest is readonly.</summary>
internal static class Accessors
{
    public static void Emit(SourceWriter writer, ModelSpec model, Syntax syntax)
    {
        if (model.IsOfFamily)
        {
            writer.Separate().Write("/** Which of several models it is. */");
            writer.Write(Type(syntax, model.WireName));
        }

        foreach (AttributeSpec attribute in model.PublicAttributes())
        {
            string type = ValueType.Of(attribute.Type);
            string label = model.LabelOf(attribute);
            EmitGetter(writer, model, syntax, label, attribute.Property, attribute.WireName, SeenType.Of(attribute), "get");
            if (attribute is { IsClientEditable: true, IsImmutable: false })
            {
                writer.Write(Setter(syntax, attribute.WireName, type));
            }

            writer.CloseMark(label);
        }

        foreach (CollectionSpec collection in model.Collections)
        {
            string type = $"capsule.Collection<{collection.ItemMirror}>";
            string label = model.LabelOf(collection);
            EmitGetter(writer, model, syntax, label, collection.Property, collection.WireName, type, "children");
            writer.CloseMark(label);
        }

        foreach (ChildSpec child in model.Children)
        {
            string label = model.LabelOf(child);
            EmitGetter(writer, model, syntax, label, child.Property, child.WireName, SeenType.Of(child), "child");
            writer.CloseMark(label);
        }
    }

    private static void EmitGetter(SourceWriter writer, ModelSpec model, Syntax syntax, string label, PropertySpec property, string name, string type, string source)
    {
        Documentation.Emit(writer.OpenMark(label).Separate(), model, property.Documentation);
        writer.Write(syntax switch
        {
            Syntax.TypeScript => $"get {name}(): {type} {{ return this.{source}(\"{name}\"); }}",
            Syntax.JavaScript => $"get {name}() {{ return this.{source}(\"{name}\"); }}",
            _ => $"get {name}(): {type};",
        });
    }

    private static string Type(Syntax syntax, string name) => syntax switch
    {
        Syntax.TypeScript => $"get type(): \"{name}\" {{ return \"{name}\"; }}",
        Syntax.JavaScript => $"get type() {{ return \"{name}\"; }}",
        _ => $"get type(): \"{name}\";",
    };

    private static string Setter(Syntax syntax, string name, string type) => syntax switch
    {
        Syntax.TypeScript => $"set {name}(value: {type}) {{ this.assign(\"{name}\", value); }}",
        Syntax.JavaScript => $"set {name}(value) {{ this.assign(\"{name}\", value); }}",
        _ => $"set {name}(value: {type});",
    };
}
