using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What the mirror says of the methods at run time: their arguments, and the result of those that have one.</summary>
internal static class MethodMetadata
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        writer.Open("methods: {");
        foreach (MethodSpec method in model.Methods)
        {
            string arguments = string.Join(", ", method.Arguments.Select(argument => TypeMetadata.Of(argument.Type!)));
            string result = method.Result is { } type ? $", result: {TypeMetadata.Of(type)}" : "";
            writer.Write($"{method.WireName}: {{ args: [{arguments}]{result} }},");
        }

        writer.Close("},");
    }
}
