using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Attributes by number: each is shown to an exchange and set to what comes back.</summary>
internal static class Exchange
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Attributes.Count == 0)
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} void Exchange(int attribute, ref {Names.Internals}.AttributeExchange exchange)\n{{");
        writer.Open("switch (attribute)\n{");
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            AttributeSpec attribute = model.Attributes[index];
            string name = attribute.Holder;
            string exchanged = attribute.Type.Kind == ValueKind.Reference ? $"exchange.Reference({name})"
                : ValueCode.NamedKind(attribute.HeldType) is { } kind ? $"exchange.{kind}({name})"
                : $"exchange.Value({name}, {ValueCode.Kind(attribute.HeldType)})";
            writer.Write($"case {Names.Number(model.FirstAttribute + index)}:\n    {name} = {exchanged};\n    break;");
        }

        writer.Write("default:\n    base.Exchange(attribute, ref exchange);\n    break;").Close().Close();
    }
}
