using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>What methods with <c>[Broadcast]</c> do: they hand on their arguments.</summary>
internal static class Broadcasts
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        foreach (BroadcastSpec broadcast in model.Broadcasts)
        {
            EmitMethod(writer.Separate(), broadcast);
        }
    }

    private static void EmitMethod(SourceWriter writer, BroadcastSpec broadcast)
    {
        string parameters = string.Join(", ", broadcast.Parameters.Select(static one => $"{ValueCode.TypeName(one.Type!)} {Identifier.Escape(one.Name)}"));
        string happening = Names.Free("happening", new HashSet<string>(broadcast.Parameters.Select(static one => one.Name), StringComparer.Ordinal));
        writer.Open($"{broadcast.Accessibility}{(broadcast.Accessibility.Length == 0 ? "" : " ")}partial void {broadcast.Name}({parameters})\n{{");
        writer.Write($"using var {happening} = new {Names.Internals}.Happening(this, \"{broadcast.WireName}\");");
        foreach (ParameterSpec told in broadcast.Parameters)
        {
            writer.Write($"{happening}.Writer.WritePropertyName(\"{told.Name}\"u8);");
            writer.Write(ValueCode.Write(told.Type!, $"{happening}.Writer", $"{ValueCode.Kind(told.Type!)}.Hold({Identifier.Escape(told.Name)})"));
        }

        writer.Write($"{happening}.Tell();").Close();
    }
}
