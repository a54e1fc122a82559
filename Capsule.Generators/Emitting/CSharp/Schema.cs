using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The description of the class at run time: names, access table, factory, hash.</summary>
internal static class Schema
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        writer.Separate().Write($$"""
            static {{Names.ModelType}} {{Names.Internals}}.ICapsuleModel<{{model.Name}}>.ModelType => CapsuleSchema;

            {{Names.Override(model)}} {{Names.ModelType}} ModelType => CapsuleSchema;
            """);
        writer.Separate().Open($"private static readonly {Names.ModelType} CapsuleSchema = new(");
        writer.Write($$"""
            name: "{{model.WireName}}",
            type: typeof({{model.Name}}),
            create: {{(model.IsAbstract ? "null" : $"static () => new {model.Name}()")}},
            hash: 0x{{SchemaHash.Of(model.Flat()).ToString("x16", CultureInfo.InvariantCulture)}}UL,
            """);
        EmitList(writer, "attributes", "AttributeInfo", model.Attributes.Select(AttributeEntry), ",");
        EmitList(writer, "collections", "CollectionInfo", model.Collections.Select(CollectionEntry), ",");
        EmitList(writer, "children", "ChildInfo", model.Children.Select(ChildEntry), ",");
        EmitList(writer, "methods", "MethodInfo", model.Methods.Select(MethodEntry), model.IsOfFamily ? "," : End(model));
        if (model.IsOfFamily)
        {
            EmitFamily(writer, model);
        }

        writer.Dedent();
    }

    private static void EmitFamily(SourceWriter writer, ModelSpec model)
    {
        writer.Write($"baseType: {(model.Base is null ? "null" : $"{Names.ModelType}.Of<{model.Base.FullName}>()")},");
        writer.Write($"family: [{string.Join(", ", model.Family.Select(static member => $"static () => {Names.ModelType}.Of<{member.FullName}>()"))}]{End(model)}");
    }

    /// <summary>What is said beside the constructor's arguments, if there is something.</summary>
    private static string End(ModelSpec model)
    {
        string facts = string.Concat(Seeing(model.Seeing), SchemaHistory.Of(model.Flat()));
        return facts.Length == 0 ? ");" : $")\n{{\n{facts}}};";
    }

    private static string Seeing(SeeingRulesSpec seeing)
    {
        string rules = string.Join(" | ", Flag("CanRead", seeing.HasCanRead).Concat(Flag("Above", seeing.ReadAbove)));
        return rules.Length == 0 ? "" : $"    Seeing = {rules},\n";

        static IEnumerable<string> Flag(string name, bool isSet) => isSet ? [$"global::Capsule.SeeingRules.{name}"] : [];
    }

    /// <summary>Arrays of named types: a collection expression of target-typed <c>new</c> takes the compiler twice as long.</summary>
    private static void EmitList(SourceWriter writer, string name, string type, IEnumerable<string> arguments, string ending)
    {
        if (!arguments.Any())
        {
            writer.Write($"{name}: []{ending}");
            return;
        }

        writer.Open($"{name}: new global::Capsule.{type}[]\n{{");
        foreach (string one in arguments)
        {
            writer.Write($"new global::Capsule.{type}{one}");
        }

        writer.Close("}" + ending);
    }

    /// <summary>There is one for each attribute: a literal costs the compiler less than a <c>nameof</c>.</summary>
    private static string AttributeEntry(AttributeSpec attribute)
    {
        string access = string.Join(" | ", Access(attribute).Select(static one => $"global::Capsule.AttributeAccess.{one}"));
        return $"(\"{attribute.WireName}\", \"{attribute.Property.Name.TrimStart('@')}\"{(access.Length == 0 ? "" : ", " + access)}){Requirements.Of(("EditableBy", attribute.EditableBy), attribute.Visibility, OnServerValues.Sources(attribute.OnServer))},";
    }

    private static IEnumerable<string> Access(AttributeSpec attribute)
    {
        if (attribute.IsServerOnly)
        {
            yield return "ServerOnly";
        }
        else if (attribute.IsClientEditable)
        {
            yield return "ClientEditable";
        }

        if (attribute.IsImmutable)
        {
            yield return "Immutable";
        }

        if (attribute.IsRadio)
        {
            yield return "Radio";
        }

        if (attribute.Type.Kind == ValueKind.Reference)
        {
            yield return "Reference";
        }

        if (attribute.OnServer is not null)
        {
            yield return "Computed";
        }

        if (attribute.IsTransient)
        {
            yield return "Transient";
        }
    }

    private static string CollectionEntry(CollectionSpec collection) =>
        $"(\"{collection.WireName}\", nameof({collection.Property.Name}), static () => {Names.ModelType}.Of<{collection.ItemTypeName}>()){Requirements.Of(("EditableBy", collection.EditableBy), collection.Visibility, [.. Flags(collection)])},";

    private static IEnumerable<string> Flags(CollectionSpec collection)
    {
        if (collection.IsTransient)
        {
            yield return "IsTransient = true";
        }

        if (collection.IsSessionOwned)
        {
            yield return "IsSessionOwned = true";
        }
    }

    private static string ChildEntry(ChildSpec child) =>
        $"(\"{child.WireName}\", nameof({child.Property.Name}), static () => {Names.ModelType}.Of<{child.TypeName}>(){(child.IsNullable ? ", IsNullable: true" : "")}){Requirements.Of(default, child.Visibility)},";

    private static string MethodEntry(MethodSpec method) => $"(\"{method.WireName}\", nameof({method.Name}){(method.IsExposed ? "" : ", IsExposed: false")}{(method.IsAsync ? ", IsAsync: true" : "")}){Requirements.Of(("CallableBy", method.CallableBy), null)},";
}
