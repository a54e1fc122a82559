using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The bodies of the partial properties that are attributes.</summary>
internal static class AttributeProperties
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            Emit(writer.Separate(), model.Attributes[index], index);
        }
    }

    private static void Emit(SourceWriter writer, AttributeSpec attribute, int index)
    {
        string name = attribute.Property.Reference;
        if (attribute.StartsEmpty)
        {
            writer.Write("[field: global::System.Diagnostics.CodeAnalysis.MaybeNull]");
        }

        writer.Open($$"""
            {{attribute.Property.Modifiers}} {{ValueCode.TypeName(attribute.Type)}} {{attribute.Property.Name}}
            {
            """);
        writer.Write($"{attribute.Getter} => {ValueCode.Got(attribute.Type, attribute.StartsEmpty)};");
        writer.Open($$"""
            {{attribute.Setter}}
            {
            """);
        if (ValueCode.Guard(attribute.Type) is { } guard)
        {
            writer.Write(guard);
        }

        writer.Write($$"""
            if ({{ValueCode.AreSame(attribute.Type, name, "value")}})
            {
                return;
            }

            """);
        if (attribute.IsImmutable)
        {
            writer.Write($"DemandMutable({Names.Number(index)}, {IsUnset(attribute.Type, name)});");
        }

        writer.Write($$"""
            if (BeginChange({{Names.Bit(index)}}, out bool isOwnTurn))
            {
                CapsuleBefore.{{Names.Slot(attribute)}} = {{name}};
            }

            field = value;
            """);
        if (attribute.IsRadio)
        {
            writer.Write($"if (value)\n{{\n    BecomeChosen({Names.Number(index)});\n}}\n");
        }

        writer.Write("if (isOwnTurn)\n{\n    EndChange();\n}");
        writer.Close().Close();
    }

    /// <summary>Whether the attribute has nothing yet, as far as its type can say so.</summary>
    private static string IsUnset(TypeRef type, string name) => type switch
    {
        { IsNullable: true } => $"{name} is null",
        { Kind: ValueKind.String } => $"{name}.Length == 0",
        { Kind: ValueKind.Strings or ValueKind.List or ValueKind.Dictionary } => $"{name}.Count == 0",
        { Kind: ValueKind.Bytes } => $"{name}.IsEmpty",
        _ => "false",
    };
}
