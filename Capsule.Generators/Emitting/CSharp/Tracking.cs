using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Before-images: what the attributes were before the running turn.</summary>
internal static class Tracking
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        writer.Separate();
        if (model.Attributes.Count > 0)
        {
            writer.Write("private CapsuleBeforeImage CapsuleBefore => (CapsuleBeforeImage)ChangedImage!;").Separate();
        }

        writer.Write($"{Names.Override(model)} {Names.BeforeImage} CreateBeforeImage() => new CapsuleBeforeImage();");
        EmitDifferences(writer.Separate(), model);
        EmitRestore(writer.Separate(), model);
        EmitValues(writer, model);
        EmitImage(writer.Separate(), model);
    }

    private static void EmitDifferences(SourceWriter writer, ModelSpec model)
    {
        string signature = $"{Names.Override(model)} ulong Differences({Names.BeforeImage} image, ulong kept)";
        if (model.Attributes.Count == 0)
        {
            writer.Write(signature + " => 0;");
            return;
        }

        writer.Open(signature + "\n{");
        writer.Write("var before = (CapsuleBeforeImage)image;\nulong differing = 0;");
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            AttributeSpec attribute = model.Attributes[index];
            string differ = ValueCode.Differ(attribute.Type, $"before.{Names.Slot(attribute)}", attribute.Property.Reference);
            writer.Write($$"""
                if ((kept & ({{Names.Bit(index)}})) != 0UL && {{differ}})
                {
                    differing |= {{Names.Bit(index)}};
                }

                """);
        }

        writer.Write("return differing;").Close();
    }

    private static void EmitRestore(SourceWriter writer, ModelSpec model)
    {
        writer.Open($"protected override void Restore({Names.BeforeImage} image, ulong kept)\n{{");
        if (model.Attributes.Count > 0)
        {
            writer.Write("var before = (CapsuleBeforeImage)image;");
        }

        for (int index = 0; index < model.Attributes.Count; index++)
        {
            AttributeSpec attribute = model.Attributes[index];
            writer.Write($$"""
                if ((kept & ({{Names.Bit(index)}})) != 0UL)
                {
                    {{attribute.Property.Reference}} = before.{{Names.Slot(attribute)}};
                }
                """);
            if (index + 1 < model.Attributes.Count)
            {
                writer.Separate();
            }
        }

        writer.Close();
    }

    private static void EmitValues(SourceWriter writer, ModelSpec model)
    {
        if (model.Attributes.Count == 0)
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} object? ValueOf(int attribute) => attribute switch\n{{");
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            writer.Write($"{Names.Number(index)} => {model.Attributes[index].Property.Reference},");
        }

        writer.Write("_ => base.ValueOf(attribute),").Close("};");
        writer.Separate().Open($"{Names.Override(model)} object? ValueBefore({Names.BeforeImage} image, int attribute) => attribute switch\n{{");
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            writer.Write($"{Names.Number(index)} => ((CapsuleBeforeImage)image).{Names.Slot(model.Attributes[index])},");
        }

        writer.Write("_ => base.ValueBefore(image, attribute),").Close("};");
    }

    private static void EmitImage(SourceWriter writer, ModelSpec model)
    {
        writer.Open($"private sealed class CapsuleBeforeImage : {Names.BeforeImage}\n{{");
        foreach (AttributeSpec attribute in model.Attributes)
        {
            string initial = attribute.Type is { IsReference: true, IsNullable: false } ? " = null!" : "";
            writer.Write($"public {ValueCode.TypeName(attribute.Type)} {Names.Slot(attribute)}{initial};");
        }

        writer.Separate().Open("public override void Clear()\n{");
        foreach (AttributeSpec attribute in model.Attributes.Where(one => one.Type.IsReference))
        {
            writer.Write($"{Names.Slot(attribute)} = null{(attribute.Type.IsNullable ? "" : "!")};");
        }

        writer.Close().Close();
    }
}
