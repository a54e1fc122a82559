using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>The class itself.</summary>
internal static class MirrorClass
{
    public static void EmitTypeScript(SourceWriter writer, ModelSpec model) => Emit(writer, model, Syntax.TypeScript);

    public static void EmitJavaScript(SourceWriter writer, ModelSpec model) => Emit(writer, model, Syntax.JavaScript);

    public static void EmitDeclarations(SourceWriter writer, ModelSpec model) => Emit(writer, model, Syntax.Declarations);

    private static void Emit(SourceWriter writer, ModelSpec model, Syntax syntax)
    {
        string name = Mirror.NameOf(model);
        Documentation.Emit(writer, model, model.Documentation);
        writer.Open(syntax switch
        {
            Syntax.TypeScript => $"export class {name} extends capsule.Model<{name}Schema> {{",
            Syntax.JavaScript => $"export class {name} extends capsule.Model {{",
            _ => $"export declare class {name} extends capsule.Model<{name}Schema> {{",
        });
        EmitMetadata(writer, model, syntax);
        Accessors.Emit(writer, model, syntax);
        ComputedGetters.Emit(writer, model, syntax);
        writer.Close();
        if (syntax != Syntax.JavaScript)
        {
            RecordInterfaces.Emit(writer, model);
        }
    }

    private static void EmitMetadata(SourceWriter writer, ModelSpec model, Syntax syntax)
    {
        switch (syntax)
        {
            case Syntax.TypeScript:
                Metadata.Emit(writer, model, "static readonly metadata: capsule.ModelMetadata");
                break;
            case Syntax.JavaScript:
                Metadata.Emit(writer, model, "static metadata");
                break;
            default:
                writer.Write("static readonly metadata: capsule.ModelMetadata;");
                break;
        }
    }
}
