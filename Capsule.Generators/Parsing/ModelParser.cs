using Capsule.Generators.Diagnostics;
using Capsule.Generators.Models;
using Capsule.Generators.Parsing.Computed;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Parsing;

/// <summary>Classes with <c>[CapsuleModel]</c> → specs. What a rule objects to is left out: the analyzers report it.</summary>
internal static class ModelParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    public static ModelSpec? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var model = (INamedTypeSymbol)context.TargetSymbol;
        return IsRepeated(model, context) ? null : Parse(model, context.SemanticModel.Compilation, cancellation);
    }

    public static ModelSpec? Parse(INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation) =>
        Parse(model, ModelRules.Rejected(model, compilation), compilation, cancellation);

    /// <param name="model">The class.</param>
    /// <param name="rejected">What the rules about it object to.</param>
    /// <param name="compilation">Of the class.</param>
    /// <param name="cancellation">Ends it.</param>
    public static ModelSpec? Parse(INamedTypeSymbol model, HashSet<ISymbol> rejected, Compilation compilation, CancellationToken cancellation)
    {
        ModelSpec? above = model.BaseType.IsModel() ? Parse(model.BaseType, compilation, cancellation) : null;
        if (rejected.Contains(model) || (above is null && model.BaseType.IsModel()))
        {
            return null;
        }

        return new(
            model.ContainingNamespace.IsGlobalNamespace ? "" : string.Join(".", Namespaces(model).Select(Identifier.Escape)),
            Containers(model).Select(ParseContainer).ToEquatableArray(),
            Identifier.Escape(model.Name),
            MetadataName(model),
            EffectiveAccessibility(model),
            SharesInternals(model),
            WireNames.OfModel(model),
            DocumentationParser.Parse(model, cancellation),
            ModelMembers.Attributes(model).Where(IsAccepted).Select(property => PropertyParser.ParseAttribute(property, cancellation))
                .Concat(ModelMembers.OnServer(model).Where(IsAccepted).Select(property => ComputedParser.Parse(property, compilation, cancellation).Attribute).OfType<AttributeSpec>()).ToEquatableArray(),
            ModelMembers.Collections(model).Where(IsAccepted).Select(property => PropertyParser.ParseCollection(property, cancellation)).ToEquatableArray(),
            ModelMembers.Children(model).Where(IsAccepted).Select(property => PropertyParser.ParseChild(property, cancellation)).ToEquatableArray(),
            ModelMembers.Methods(model).Where(IsAccepted).Select(method => MethodParser.Parse(method, cancellation)).ToEquatableArray())
        {
            Base = above,
            IsAbstract = model.IsAbstract,
            FormerNames = FormerNames.Of(model),
            Broadcasts = ModelMembers.Broadcasts(model).Where(IsAccepted).Select(method => BroadcastParser.Parse(method, cancellation)).ToEquatableArray(),
            Seeing = SeeingRulesParser.Parse(model, compilation, cancellation),
            Computed = ComputedParser.Properties(model).Where(property => !ModelMembers.IsOnServer(property) && IsAccepted(property))
                .Select(property => ComputedParser.Parse(property, compilation, cancellation).Spec).OfType<ComputedSpec>().ToEquatableArray(),
        };

        bool IsAccepted(ISymbol member) => !rejected.Contains(member);
    }

    /// <summary>Whether the attribute stands on another part of the class too, which is parsed instead; C# reports the second one.</summary>
    private static bool IsRepeated(INamedTypeSymbol model, GeneratorAttributeSyntaxContext context) =>
        model.Annotation(KnownNames.CapsuleModelName)?.ApplicationSyntaxReference is not { } first
        || first.SyntaxTree != context.TargetNode.SyntaxTree
        || !context.TargetNode.Span.Contains(first.Span);

    private static Stack<string> Namespaces(INamedTypeSymbol model)
    {
        var names = new Stack<string>();
        for (INamespaceSymbol container = model.ContainingNamespace; !container.IsGlobalNamespace; container = container.ContainingNamespace)
        {
            names.Push(container.Name);
        }

        return names;
    }

    private static Stack<INamedTypeSymbol> Containers(INamedTypeSymbol model)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? container = model.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Push(container);
        }

        return containers;
    }

    private static ContainerSpec ParseContainer(INamedTypeSymbol container) => new(
        container switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { IsValueType: true } => "struct",
            _ => "class",
        },
        Identifier.Escape(container.Name));

    private static string MetadataName(INamedTypeSymbol model) =>
        string.Join(".", Namespaces(model).Append(string.Join("+", Containers(model).Append(model).Select(static type => type.MetadataName))));

    private static string EffectiveAccessibility(INamedTypeSymbol model)
    {
        IEnumerable<Accessibility> all = Containers(model).Append(model).Select(static type => type.DeclaredAccessibility);
        return all.All(static one => one == Accessibility.Public) ? "public"
            : all.All(static one => one is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) ? "internal"
            : "";
    }

    private static bool SharesInternals(INamedTypeSymbol model) =>
        model.Annotation(KnownNames.CapsuleModelName)?.AttributeClass?.ContainingAssembly.GivesAccessTo(model.ContainingAssembly) == true;
}
