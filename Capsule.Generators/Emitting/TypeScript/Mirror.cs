using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>A model's mirror in its three forms, without header and imports: those depend on where it is written to.</summary>
internal static class Mirror
{
    private static readonly Emitter[] TypeScript = [SchemaInterface.Emit, InputInterface.Emit, MirrorClass.EmitTypeScript];

    private static readonly Emitter[] JavaScript = [MirrorClass.EmitJavaScript];

    private static readonly Emitter[] Declarations = [SchemaInterface.Emit, InputInterface.Emit, MirrorClass.EmitDeclarations];

    public static string NameOf(ModelSpec model) => WireName.ToMirrorName(model.WireName);

    /// <summary>What this mirror imports: the other mirrors that it uses, in ordinal order, and <c>computed</c> for <c>capsule-client/computed</c>.</summary>
    public static IReadOnlyList<string> ImportsOf(ModelSpec model) =>
    [
        .. model.Collections.Select(collection => collection.ItemWireName)
            .Concat(model.Children.Select(child => child.ChildWireName))
            .Select(WireName.ToMirrorName)
            .Concat(model.Computed.SelectMany(computed => computed.Mirrors))
            .Where(name => name != NameOf(model))
            .Concat(model.Computed.Any(computed => computed.UsesClient) ? ["computed"] : [])
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    public static string WriteTypeScript(ModelSpec model) => Write(model, TypeScript);

    public static string WriteJavaScript(ModelSpec model) => Write(model, JavaScript);

    public static string WriteDeclarations(ModelSpec model) => Write(model, Declarations);

    private static string Write(ModelSpec model, Emitter[] parts)
    {
        var writer = new SourceWriter(indentSize: 2);
        foreach (Emitter emit in parts)
        {
            emit(writer.Separate(), model);
        }

        return writer.ToString();
    }
}
