using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The attribute that carries a model's mirror into the assembly.</summary>
internal static class MirrorFile
{
    public static void Emit(SourceProductionContext context, ModelSpec model)
    {
    }
}
