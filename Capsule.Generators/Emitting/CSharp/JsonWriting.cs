using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Attributes → JSON, and the names of both directions.</summary>
internal static class JsonWriting
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        writer.Separate().Open($"{Names.Override(model)} void WriteAttributes({Names.Writer} writer, ulong attributes)\n{{");
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            AttributeSpec attribute = model.Attributes[index];
            writer.Separate().Open($"if ((attributes & ({Names.Bit(index)})) != 0UL)\n{{");
            writer.Write(WritingCode.WriteMember(attribute.Type, "writer", $"CapsuleNames.{attribute.Property.Name}", attribute.Property.Reference)).Close();
        }

        writer.Close();
        if (model.Attributes.Count > 0)
        {
            EmitNames(writer.Separate(), model);
        }
    }

    private static void EmitNames(SourceWriter writer, ModelSpec model)
    {
        writer.Open("private static class CapsuleNames\n{");
        foreach (AttributeSpec attribute in model.Attributes)
        {
            writer.Write($"internal static readonly {Names.EncodedText} {attribute.Property.Name} = Encode(\"{attribute.WireName}\");");
        }

        writer.Separate().Write($"private static {Names.EncodedText} Encode(string name) =>\n    {Names.EncodedText}.Encode(name, {Names.RelaxedEncoder});").Close();
    }
}
