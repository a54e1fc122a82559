using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>What the runtime asks of attributes that are true on one item of a collection at most.</summary>
internal static class Radios
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        (AttributeSpec Attribute, int Index)[] radios = [.. model.Attributes.Select(static (attribute, index) => (attribute, index)).Where(static one => one.attribute.IsRadio)];
        if (radios.Length == 0)
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} bool IsChosen(int attribute) => attribute switch\n{{");
        foreach ((AttributeSpec attribute, int index) in radios)
        {
            writer.Write($"{Names.Number(index)} => {attribute.Property.Reference},");
        }

        writer.Write("_ => base.IsChosen(attribute),").Close("};");
        writer.Separate().Open($"{Names.Override(model)} void Yield(int attribute)\n{{");
        writer.Open("switch (attribute)\n{");
        foreach ((AttributeSpec attribute, int index) in radios)
        {
            writer.Write($"case {Names.Number(index)}:\n    {attribute.Property.Reference} = false;\n    break;");
        }

        writer.Write("default:\n    base.Yield(attribute);\n    break;").Close().Close();
    }
}
