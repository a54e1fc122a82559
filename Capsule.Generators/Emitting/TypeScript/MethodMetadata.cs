using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What the mirror says of the methods at run time: their arguments, and the result of those that have one.</summary>
internal static class MethodMetadata
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string label = Labels.Any(model.ExposedMethods.Select(model.LabelOf));
        writer.OpenMark(label).Open("methods: {");
        foreach (MethodSpec method in model.ExposedMethods)
        {
            string arguments = string.Join(", ", method.Arguments.Select(argument => TypeMetadata.Of(argument.Type!)));
            int required = method.Arguments.Count(argument => argument.Default is null);
            string optional = required < method.Arguments.Count() ? $", required: {required.ToString(CultureInfo.InvariantCulture)}" : "";
            string result = method.Result is { } type ? $", result: {TypeMetadata.Of(type)}" : "";
            writer.Write(Marks.Around(model.LabelOf(method), $"{method.WireName}: {{ args: [{arguments}]{optional}{result} }},"));
        }

        writer.Close("},").CloseMark(label);
    }
}
