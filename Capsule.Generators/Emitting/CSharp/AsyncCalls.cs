using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Methods that run outside of any turn: their arguments are read at once, and what then runs is given back.</summary>
internal static class AsyncCalls
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (!model.Methods.Any(method => method.IsAsync))
        {
            return;
        }

        string result = $"global::System.Func<{Names.Internals}.AsyncCall, {Names.Writer}, global::System.Threading.Tasks.Task>";
        writer.Separate().Open($"{Names.Override(model)} {result} PrepareCall(int method, ref {Names.Reader} arguments)\n{{");
        writer.Open("switch (method)\n{");
        for (int index = 0; index < model.Methods.Count; index++)
        {
            if (model.Methods[index].IsAsync)
            {
                EmitCase(writer, model, model.Methods[index], model.FirstMethod + index);
            }
        }

        writer.Write("default:\n    return base.PrepareCall(method, ref arguments);").Close().Close();
    }

    private static void EmitCase(SourceWriter writer, ModelSpec model, MethodSpec method, int index)
    {
        writer.Write($"case {Names.Number(index)}:").Open();
        IReadOnlyList<string> arguments = ArgumentCode.Read(writer, method, ["method", "arguments", "call", "result", "value"]);
        IEnumerable<string> values = method.Parameters.Zip(arguments, static (parameter, argument) => parameter.Source switch
        {
            ParameterSource.Caller => argument,
            ParameterSource.Services => $"call.{ArgumentCode.Service(parameter, "")}",
            ParameterSource.Tree => $"call.Tree<{parameter.TypeName}>()",
            ParameterSource.Model => "call.Model",
            ParameterSource.User => "call.User",
            _ => "call.Cancellation",
        });
        string call = $"await {model.Name}.{method.Name}({string.Join(", ", values)}).ConfigureAwait(false);";
        writer.Open("return async (call, result) =>\n{");
        writer.Write(method.Result is { } type
            ? $"{ValueCode.TypeName(type)} value = {call}\n{ValueCode.Write(type, "result", "value")}"
            : $"{call}\nresult.WriteNullValue();");
        writer.Close("};").Close();
    }
}
