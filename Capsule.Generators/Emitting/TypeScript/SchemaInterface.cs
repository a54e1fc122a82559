using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>The types that the client's verbs are checked against.</summary>
internal static class SchemaInterface
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string name = Mirror.NameOf(model);
        writer.Write($"/** The types of {{@link {name}}}: attributes, what a client may edit, children, methods. */");
        writer.Open($"export interface {name}Schema {{");
        EmitAttributes(writer, model);
        writer.Write($"editable: {Editable(model)};");
        writer.Write($"input: {name}Input;");
        writer.Write($"collections: {Inline(model.Collections.Select(one => (model.LabelOf(one), $"{one.WireName}: {one.ItemMirror}")))};");
        writer.Write($"models: {Inline(model.Children.Select(one => (model.LabelOf(one), $"{one.WireName}: {SeenType.Of(one)}")))};");
        EmitMethods(writer, model);
        BroadcastMetadata.EmitTypes(writer, model);
        if (model.Computed.Count > 0)
        {
            string computed = Inline(model.Computed.Select(one => (model.LabelOf(one), $"{one.WireName}: {ValueType.Of(one.Type)}")));
            writer.Write(Marks.Around(Labels.Any(model.Computed.Select(model.LabelOf)), $"computed: {computed};"));
        }

        writer.Close();
    }

    private static void EmitAttributes(SourceWriter writer, ModelSpec model)
    {
        IReadOnlyList<AttributeSpec> attributes = model.PublicAttributes();
        if (attributes.Count == 0)
        {
            writer.Write("attributes: {};");
            return;
        }

        writer.Open("attributes: {");
        foreach (AttributeSpec attribute in attributes)
        {
            writer.Write(Marks.Around(model.LabelOf(attribute), $"{attribute.WireName}: {SeenType.Of(attribute)};"));
        }

        writer.Close("};");
    }

    private static void EmitMethods(SourceWriter writer, ModelSpec model)
    {
        if (!model.ExposedMethods.Any())
        {
            writer.Write("methods: {};");
            return;
        }

        writer.Open("methods: {");
        foreach (MethodSpec method in model.ExposedMethods)
        {
            string parameters = string.Join(", ", method.Arguments.Select(one => $"{ParameterName.Of(one)}{(one.Default is null ? "" : "?")}: {ValueType.Of(one.Type!)}"));
            string label = model.LabelOf(method);
            Documentation.Emit(writer.OpenMark(label), model, method.Documentation);
            writer.Write($"{method.WireName}({parameters}): {ValueType.OfResult(method.Result)};").CloseMark(label);
        }

        writer.Close("};");
    }

    private static string Editable(ModelSpec model)
    {
        (string Label, string Text)[] names = [.. model.EditableAttributes().Where(one => !one.IsImmutable).Select(one => (model.LabelOf(one), $"\"{one.WireName}\""))];
        bool mayBeNone = names.All(static name => name.Label.Length > 0);
        return Marks.Join(mayBeNone ? [("", "never"), .. names] : names, " | ");
    }

    private static string Inline(IEnumerable<(string Label, string Text)> members)
    {
        if (!members.Any())
        {
            return "{}";
        }

        string label = Labels.Any(members.Select(static member => member.Label));
        return Marks.Around(label, $"{{ {Marks.Join([.. members], "; ")} }}") + Marks.Instead(label, "{}");
    }
}
