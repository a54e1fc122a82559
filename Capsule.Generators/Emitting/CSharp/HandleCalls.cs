using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Extension methods that call a model's exposed methods through a handle.</summary>
internal static class HandleCalls
{
    private const string Task = "global::System.Threading.Tasks.Task";

    private const string CancellationToken = "global::System.Threading.CancellationToken";

    public static void Emit(SourceWriter writer, ModelSpec own)
    {
        ModelSpec model = own.Flat();
        if (model.Methods.Count == 0 || model.Accessibility.Length == 0)
        {
            return;
        }

        string name = string.Concat(model.Containers.Select(container => container.Name).Append(model.Name).Select(one => one.TrimStart('@')));
        writer.Separate().Open($$"""
            /// <summary>Calls the methods of <see cref="{{model.FullName}}"/> through a handle, from any server.</summary>
            {{model.Accessibility}} static class {{name}}Calls
            {
            """);
        foreach (MethodSpec method in model.Methods)
        {
            EmitMethod(writer.Separate(), model, method);
        }

        KindFields.Emit(writer, model.MethodTypes);
        writer.Close();
    }

    private static void EmitMethod(SourceWriter writer, ModelSpec model, MethodSpec method)
    {
        var taken = new HashSet<string>(method.Arguments.Select(argument => argument.Name), StringComparer.Ordinal);
        string handle = Names.Free("model", taken);
        string arguments = Names.Free("arguments", taken);
        string cancellation = Names.Free("cancellationToken", taken);
        string result = method.Result is { } type ? $"{Task}<{ValueCode.TypeName(type)}>" : Task;
        IEnumerable<string> parameters =
        [
            $"this global::Capsule.ModelHandle<{model.FullName}> {handle}",
            .. method.Arguments.Select(argument => $"{ValueCode.TypeName(argument.Type!)} {Identifier.Escape(argument.Name)}{(argument.Default is { } value ? $" = {value}" : "")}"),
            $"{CancellationToken} {cancellation} = default",
        ];

        writer.Write($"/// <summary>Calls <see cref=\"{model.FullName}.{method.Name}\"/> and waits for the verdict.</summary>");
        writer.Open($"public static {result} {NameOf(method)}(\n    {string.Join(",\n    ", parameters)})\n{{");
        writer.Write($"using var {arguments} = new {Names.Internals}.CallArguments();");
        foreach (ParameterSpec argument in method.Arguments)
        {
            writer.Write(ValueCode.Write(argument.Type!, $"{arguments}.Writer", Identifier.Escape(argument.Name)));
        }

        string kind = method.Result is { } read ? $"{ValueCode.Kind(read)}, " : "";
        writer.Write($"return {handle}.CallAsync(\"{method.WireName}\", {arguments}, {kind}{cancellation});").Close();
    }

    private static string NameOf(MethodSpec method)
    {
        string name = method.Name.TrimStart('@');
        return name.EndsWith("Async", StringComparison.Ordinal) ? name : $"{name}Async";
    }
}
