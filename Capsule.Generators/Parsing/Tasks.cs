using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Questions about tasks.</summary>
internal static class Tasks
{
    /// <summary>Whether it is a <c>Task</c> or <c>ValueTask</c>, with or without a result.</summary>
    public static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol
    {
        Name: "Task" or "ValueTask",
        ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    /// <summary>What the method gives to who calls it, be it at once or in a task; null for nothing.</summary>
    public static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.ReturnsVoid ? null
        : !IsTask(method.ReturnType) ? method.ReturnType
        : ((INamedTypeSymbol)method.ReturnType).TypeArguments is [var result] ? result
        : null;
}
