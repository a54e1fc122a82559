using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>JSON → attributes, and what ops do with one attribute by its number.</summary>
internal static class JsonReading
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        IReadOnlyList<int> all = [.. Enumerable.Range(0, model.Attributes.Count)];
        EmitSwitch(writer, model, all, $"ReadAttribute(int attribute, ref {Names.Reader} reader)", Read, otherwise: null);
        EmitSwitch(writer, model, all, $"CopyAttribute(int attribute, {Names.Model} source)", Copy, otherwise: null);
        IReadOnlyList<int> numbers = [.. all.Where(index => model.Attributes[index].Type.IsNumber)];
        if (numbers.Count > 0)
        {
            EmitSwitch(writer, model, numbers, $"IncrementAttribute(int attribute, ref {Names.Reader} by)", Increment, "base.IncrementAttribute(attribute, ref by);");
        }

        string Copy(AttributeSpec attribute) => $"{attribute.Property.Reference} = (({model.Name})source).{attribute.Property.Name};";
    }

    private static void EmitSwitch(
        SourceWriter writer, ModelSpec model, IReadOnlyList<int> indexes, string signature, Func<AttributeSpec, string> statement, string? otherwise)
    {
        writer.Separate().Open($"{Names.Override(model)} void {signature}\n{{");
        if (indexes.Count > 0)
        {
            writer.Open("switch (attribute)\n{");
            foreach (int index in indexes)
            {
                writer.Write($"case {Names.Number(index)}:\n    {statement(model.Attributes[index])}\n    break;");
            }

            if (otherwise is not null)
            {
                writer.Write($"default:\n    {otherwise}\n    break;");
            }

            writer.Close();
        }

        writer.Close();
    }

    private static string Read(AttributeSpec attribute) => $"{attribute.Property.Reference} = {ReadingCode.Read(attribute.Type, "reader")};";

    private static string Increment(AttributeSpec attribute)
    {
        string name = attribute.Property.Reference;
        string current = attribute.Type.IsNullable ? $"({name} ?? 0)" : name;
        return $"{name} = {Sum(attribute.Type.Kind, current)};";
    }

    /// <summary>What is added has a sign, also where the number has none.</summary>
    private static string Sum(ValueKind kind, string current) => kind switch
    {
        ValueKind.Int32 or ValueKind.Int64 => $"checked({current} + {Names.AttributeJson}.Read{kind}(ref by))",
        ValueKind.UInt64 => $"checked((ulong)((global::System.Int128){current} + {Names.AttributeJson}.ReadInt64(ref by)))",
        ValueKind.Single or ValueKind.Double or ValueKind.Decimal => $"{current} + {Names.AttributeJson}.Read{kind}(ref by)",
        _ => $"checked(({ScalarNames.CSharp(kind)})({current} + {Names.AttributeJson}.ReadInt32(ref by)))",
    };
}
