using System.Runtime.CompilerServices;
using System.Text;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>
/// In the generator's compilation the models have no base class yet, so <c>Parent</c> and <c>Ancestor&lt;T&gt;()</c> are unknown there. In this one they have it. It is
/// made when the first body needs it, and kept as long as the compilation that it completes.
/// </summary>
internal static class CompletedCompilation
{
    private static readonly ConditionalWeakTable<Compilation, Compilation> Known = new();

    public static Compilation Of(Compilation compilation) => Known.GetValue(compilation, Complete);

    private static Compilation Complete(Compilation compilation)
    {
        var text = new StringBuilder();
        var bases = new List<INamedTypeSymbol>();
        Find(compilation.Assembly.GlobalNamespace, bases);
        foreach (INamedTypeSymbol model in bases)
        {
            Declare(text, model);
        }

        CSharpParseOptions? options = compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions;
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text.ToString(), options));
    }

    private static void Find(INamespaceOrTypeSymbol container, List<INamedTypeSymbol> found)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object, IsRecord: false, Arity: 0 } type && type.IsModel())
            {
                found.Add(type);
            }

            Find(member, found);
        }
    }

    private static void Declare(StringBuilder text, INamedTypeSymbol model)
    {
        string opening = $"partial class {Identifier.Escape(model.Name)} : global::{KnownNames.CapsuleModel} {{ ";
        string closing = "}";
        for (INamedTypeSymbol? around = model.ContainingType; around is not null; around = around.ContainingType)
        {
            string keyword = around switch { { IsRecord: true, IsValueType: true } => "record struct", { IsRecord: true } => "record", { IsValueType: true } => "struct", { TypeKind: TypeKind.Interface } => "interface", _ => "class" };
            opening = $"partial {keyword} {Identifier.Escape(around.Name)} {{ {opening}";
            closing += "}";
        }

        string names = model.ContainingNamespace.IsGlobalNamespace ? "" : model.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        text.AppendLine(names.Length == 0 ? opening + closing : $"namespace {names} {{ {opening}{closing} }}");
    }
}
