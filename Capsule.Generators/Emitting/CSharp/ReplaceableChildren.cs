using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The bodies of the partial properties that are child models with a setter: each has a slot, made when it is first needed.</summary>
internal static class ReplaceableChildren
{
    private const string SlotType = $"{Names.Internals}.ChildSlot";

    public static void Emit(SourceWriter writer, ChildSpec child, int index)
    {
        writer.Separate().Open($"{child.Property.Modifiers} {child.TypeName}{(child.IsNullable ? "?" : "")} {child.Property.Name}\n{{");
        if (child.IsNullable)
        {
            writer.Write($"{child.Getter} => ({child.TypeName}?){Field(child)}?.Child;");
            writer.Write($"{child.Setter} => ({Slot(child, index)}).Set(value);");
        }
        else
        {
            writer.Write($"{child.Getter} => ({child.TypeName})({Slot(child, index)}).Child!;");
            writer.Open($"{child.Setter}\n{{");
            writer.Write("global::System.ArgumentNullException.ThrowIfNull(value);");
            writer.Write($"({Field(child)} ??= AttachSlot({Names.Number(index)})).Set(value);").Close();
        }

        writer.Close();
        writer.Separate().Write($"private {SlotType}? {Field(child)};");
    }

    public static void EmitByNumber(SourceWriter writer, ModelSpec model)
    {
        if (!model.Children.Any(static child => child.Setter is not null))
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} {SlotType}? SlotAt(int index) => index switch\n{{");
        for (int index = 0; index < model.Children.Count; index++)
        {
            if (model.Children[index].Setter is not null)
            {
                writer.Write($"{Names.Number(model.FirstChild + index)} => {Slot(model.Children[index], model.FirstChild + index)},");
            }
        }

        writer.Write("_ => base.SlotAt(index),").Close("};");
    }

    private static string Field(ChildSpec child) => ChildProperties.Field(child.Property);

    private static string Slot(ChildSpec child, int index) =>
        $"{Field(child)} ??= AttachSlot({Names.Number(index)}{(child.IsNullable ? "" : $", new {child.TypeName}()")})";
}
