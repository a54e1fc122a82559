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

    public static string WriteTypeScript(ModelSpec model) => Write(model, WithUnion(model, TypeScript));

    public static string WriteJavaScript(ModelSpec model) => Write(model, model.IsAbstract ? [] : JavaScript);

    public static string WriteDeclarations(ModelSpec model) => Write(model, WithUnion(model, Declarations));

    /// <summary>An abstract model is a type only.</summary>
    private static Emitter[] WithUnion(ModelSpec model, Emitter[] parts) =>
        model.IsAbstract ? [UnionType.Emit] : model.Family.Count > 0 ? [.. parts, UnionType.Emit] : parts;

    private static string Write(ModelSpec model, Emitter[] parts)
    {
        model = model.Flat();
        var writer = new SourceWriter(indentSize: 2);
        foreach (Emitter emit in parts)
        {
            emit(writer.Separate(), model);
        }

        return writer.ToString();
    }
}
