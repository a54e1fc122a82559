using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Attributes that the server computes: each is set to what its property gives.</summary>
internal static class OnServerValues
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Attributes.All(static attribute => attribute.OnServer is null))
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} void ComputeAttribute(int attribute)\n{{");
        writer.Open("switch (attribute)\n{");
        for (int index = 0; index < model.Attributes.Count; index++)
        {
            AttributeSpec attribute = model.Attributes[index];
            if (attribute.OnServer is not null)
            {
                writer.Write($"case {Names.Number(model.FirstAttribute + index)}:\n    {attribute.Holder} = {Value(attribute)};\n    break;");
            }
        }

        writer.Write("default:\n    base.ComputeAttribute(attribute);\n    break;").Close().Close();
    }

    /// <summary>What its property gives. A holder that starts with nothing takes nothing later on.</summary>
    private static string Value(AttributeSpec attribute) =>
        attribute.HeldType.IsNullable == attribute.Type.IsNullable ? attribute.Property.Reference : $"{Names.AttributeValue}.NotNull({attribute.Property.Reference})";

    /// <summary>What the description of an attribute says of what it is computed from; nothing for one that is set.</summary>
    public static string[] Sources(OnServerSpec? sources) => sources is null
        ? []
        : [$"Sources = new([{string.Join(", ", sources.Dependencies.Select(Literal.Of))}], IsLocal: {(sources.IsLocal ? "true" : "false")})"];
}
