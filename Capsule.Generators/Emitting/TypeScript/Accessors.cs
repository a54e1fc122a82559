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
            EmitGetter(writer, model, syntax, attribute.Property, attribute.WireName, SeenType.Of(attribute), "get");
            if (attribute is { IsClientEditable: true, IsImmutable: false })
            {
                writer.Write(Setter(syntax, attribute.WireName, type));
            }
        }

        foreach (CollectionSpec collection in model.Collections)
        {
            string type = $"capsule.Collection<{collection.ItemMirror}>";
            EmitGetter(writer, model, syntax, collection.Property, collection.WireName, type, "children");
        }

        foreach (ChildSpec child in model.Children)
        {
            EmitGetter(writer, model, syntax, child.Property, child.WireName, SeenType.Of(child), "child");
        }
    }

    private static void EmitGetter(SourceWriter writer, ModelSpec model, Syntax syntax, PropertySpec property, string name, string type, string source)
    {
        Documentation.Emit(writer.Separate(), model, property.Documentation);
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
