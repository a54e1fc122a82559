using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Methods that run in a turn, called by number with arguments in JSON.</summary>
internal static class MethodCalls
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Methods.All(method => method.IsAsync))
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} void Call(int method, ref {Names.Reader} arguments, {Names.TurnContext} turn, {Names.Writer} result)\n{{");
        writer.Open("switch (method)\n{");
        for (int index = 0; index < model.Methods.Count; index++)
        {
            if (!model.Methods[index].IsAsync)
            {
                EmitCase(writer, model.Methods[index], model.FirstMethod + index);
            }
        }

        writer.Write("default:\n    base.Call(method, ref arguments, turn, result);\n    break;").Close().Close();
    }

    private static void EmitCase(SourceWriter writer, MethodSpec method, int index)
    {
        writer.Write($"case {Names.Number(index)}:").Open();
        IReadOnlyList<string> arguments = ArgumentCode.Read(writer, method, ["method", "arguments", "turn", "result"]);
        IEnumerable<string> values = method.Parameters.Zip(arguments, static (parameter, argument) => parameter.Source switch
        {
            ParameterSource.Caller => argument,
            ParameterSource.Services => $"{Names.Internals}.CallServices.{ArgumentCode.Service(parameter, "turn, ")}",
            _ => "turn",
        });
        string call = $"this.{method.Name}({string.Join(", ", values)})";
        writer.Write(method.Result is { } type
            ? ValueCode.Write(type, "result", call)
            : $"{call};\nresult.WriteNullValue();");
        writer.Write("break;").Close();
    }
}
