using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What a client gives to add a model: what it may edit, and the same of everything below.</summary>
internal static class InputInterface
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string[] members =
        [
            .. model.IsOfFamily ? [$"type: \"{model.WireName}\";"] : Array.Empty<string>(),
            .. model.EditableAttributes().Select(one => Marks.Around(model.LabelOf(one), $"{one.WireName}?: {ValueType.OfInput(one.Type)};")),
            .. model.Collections.Select(one => Marks.Around(model.LabelOf(one), $"{one.WireName}?: readonly {one.ItemMirror}Input[];")),
            .. model.Children.Select(one => Marks.Around(model.LabelOf(one), $"{one.WireName}?: {one.ChildMirror}Input;")),
        ];

        writer.Write($"/** What a client may give when it adds a `{model.WireName}`. */");
        if (members.Length == 0)
        {
            writer.Write($"export interface {Mirror.NameOf(model)}Input {{}}");
            return;
        }

        writer.Open($"export interface {Mirror.NameOf(model)}Input {{");
        foreach (string member in members)
        {
            writer.Write(member);
        }

        writer.Close();
    }
}
