using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What a mirror says of happenings: what is told of each.</summary>
internal static class BroadcastMetadata
{
    /// <summary>The types, for those who listen.</summary>
    public static void EmitTypes(SourceWriter writer, ModelSpec model)
    {
        if (model.Broadcasts.Count == 0)
        {
            return;
        }

        writer.Open("broadcasts: {");
        foreach (BroadcastSpec broadcast in model.Broadcasts)
        {
            Documentation.Emit(writer, model, broadcast.Documentation);
            writer.Write($"{broadcast.WireName}: {Inline(broadcast.Parameters.Select(static one => $"readonly {one.Name}: {ValueType.Of(one.Type!)}"), "; ")};");
        }

        writer.Close("};");
    }

    /// <summary>How values are read.</summary>
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Broadcasts.Count == 0)
        {
            return;
        }

        writer.Open("broadcasts: {");
        foreach (BroadcastSpec broadcast in model.Broadcasts)
        {
            writer.Write($"{broadcast.WireName}: {Inline(broadcast.Parameters.Select(static one => $"{one.Name}: {TypeMetadata.Of(one.Type!)}"), ", ")},");
        }

        writer.Close("},");
    }

    private static string Inline(IEnumerable<string> members, string separator) => members.Any() ? $"{{ {string.Join(separator, members)} }}" : "{}";
}
