using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>How a call's parameters get their values.</summary>
internal static class ArgumentCode
{
    /// <summary>Reads what is on the wire into locals, and makes sure that no more follows.</summary>
    /// <returns>For each parameter the local; of one that is not on the wire nothing.</returns>
    public static IReadOnlyList<string> Read(SourceWriter writer, MethodSpec method, IEnumerable<string> names)
    {
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        var locals = new List<string>();
        foreach (ParameterSpec parameter in method.Parameters)
        {
            if (parameter.Type is null)
            {
                locals.Add("");
                continue;
            }

            string local = Identifier.Escape(Names.Free(parameter.Name, taken));
            locals.Add(local);
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
        return locals;
    }

    /// <summary>The call that takes a service.</summary>
    public static string Service(ParameterSpec parameter, string first) =>
        $"{(parameter.IsOptional ? "Optional" : "Required")}<{parameter.TypeName}>({first}\"{parameter.Name}\")";
}
