using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What can be where a model that others derive from is declared: a union, told apart by <c>type</c>. It is all that an abstract model is in TypeScript.</summary>
internal static class UnionType
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string name = NameOf(model);
        if (model.IsAbstract)
        {
            Documentation.Emit(writer, model, model.Documentation);
        }
        else
        {
            writer.Write($"/** A {{@link {name.Substring("Any".Length)}}} or a model that derives from it. */");
        }

        writer.Write($"export type {name} = {Join(model, "")};").Separate();
        writer.Write($"/** What a client may give when it adds one of them. */\nexport type {name}Input = {Join(model, "Input")};");
    }

    private static string NameOf(ModelSpec model) => model.IsAbstract ? Mirror.NameOf(model) : WireName.ToUnionName(Mirror.NameOf(model));

    private static string Join(ModelSpec model, string ending) =>
        model.Family.Count == 0 ? "never" : string.Join(" | ", model.Family.Select(member => WireName.ToMirrorName(member.WireName) + ending));
}
