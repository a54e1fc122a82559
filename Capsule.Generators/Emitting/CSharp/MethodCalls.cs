using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Methods, called by number with arguments in JSON.</summary>
internal static class MethodCalls
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Methods.Count == 0)
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} void Call(int method, ref {Names.Reader} arguments, {Names.TurnContext} turn, {Names.Writer} result)\n{{");
        writer.Open("switch (method)\n{");
        for (int index = 0; index < model.Methods.Count; index++)
        {
            EmitCase(writer, model.Methods[index], model.FirstMethod + index);
        }

        writer.Write("default:\n    base.Call(method, ref arguments, turn, result);\n    break;").Close().Close();
    }

    private static void EmitCase(SourceWriter writer, MethodSpec method, int index)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "method", "arguments", "turn", "result" };
        var values = new List<string>();
        writer.Write($"case {Names.Number(index)}:").Open();
        foreach (ParameterSpec parameter in method.Parameters)
        {
            if (parameter.Type is null)
            {
                values.Add("turn");
                continue;
            }

            string local = Identifier.Escape(Names.Free(parameter.Name, taken));
            values.Add(local);
            string read = ValueCode.Read(parameter.Type, "arguments");
            if (parameter.Default is null)
            {
                writer.Write($"{Names.AttributeJson}.NextArgument(ref arguments, \"{parameter.Name}\");");
            }
            else
            {
                read = $"{Names.AttributeJson}.HasArgument(ref arguments) ? {read} : {parameter.Default}";
            }

            writer.Write($"{ValueCode.TypeName(parameter.Type)} {local} = {read};");
        }

        writer.Write($"{Names.AttributeJson}.LastArgument(ref arguments, \"{method.WireName}\", {Names.Number(method.Arguments.Count())});");
        string call = $"this.{method.Name}({string.Join(", ", values)})";
        writer.Write(method.Result is { } type
            ? ValueCode.Write(type, "result", call)
            : $"{call};\nresult.WriteNullValue();");
        writer.Write("break;").Close();
    }
}
