using System.Text.RegularExpressions;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>The getters of computed values. What is computed was typed by C#; in TypeScript the result is.</summary>
internal static class ComputedGetters
{
    private static readonly Regex Self = new(@"\bself\b", RegexOptions.CultureInvariant);

    public static void Emit(SourceWriter writer, ModelSpec model, Syntax syntax)
    {
        foreach (ComputedSpec computed in model.Computed)
        {
            string label = model.LabelOf(computed);
            Documentation.Emit(writer.OpenMark(label).Separate(), model, computed.Property.Documentation);
            string type = ValueType.Of(computed.Type);
            if (syntax == Syntax.Declarations)
            {
                writer.Write($"get {computed.WireName}(): {type};").CloseMark(label);
                continue;
            }

            bool isTyped = syntax == Syntax.TypeScript;
            writer.Open($"get {computed.WireName}(){(isTyped ? $": {type}" : "")} {{");
            string script = Script(computed);
            if (Self.IsMatch(script))
            {
                writer.Write($"const self{(isTyped ? ": any" : "")} = this;");
            }

            writer.Write(isTyped && IsNarrower(computed.Type) ? $"return ({script}) as {type};" : $"return {script};");
            writer.Close().CloseMark(label);
        }
    }

    /// <summary>The expression with the classes that it asks for.</summary>
    private static string Script(ComputedSpec computed)
    {
        string script = computed.Script;
        for (int index = 0; index < computed.Asked.Count; index++)
        {
            TargetSpec asked = computed.Asked[index];
            script = script.Replace(ComputedSpec.PlaceOf(index), Metadata.Types(asked.WireName, asked.IsAbstract, asked.Family));
        }

        return script;
    }

    /// <summary>Whether the type says more than that the value is a text or an array.</summary>
    private static bool IsNarrower(TypeRef type) =>
        type.Element is not null || type.Kind is ValueKind.Enum or ValueKind.Decimal or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.TimeSpan;
}
