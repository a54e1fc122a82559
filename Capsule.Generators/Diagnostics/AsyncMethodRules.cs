using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>What waits is no turn: an asynchronous method is static and gets the tree as a handle.</summary>
internal static class AsyncMethodRules
{
    /// <summary>What is wrong with a static method.</summary>
    public static string? Problem(IMethodSymbol method) =>
        !Tasks.IsTask(method.ReturnType)
            ? "is static, and a call goes to a model: remove 'static', or return a Task if it waits for something"
        : method.Parameters is not [{ } first, ..] || ParameterSources.RootOf(first.Type) is not { } root
            ? "is static, so it runs outside of any turn, but its first parameter is no TreeHandle<TRoot> by which it could change the tree: add one, with the class of the root as TRoot"
        : !root.IsModel()
            ? $"takes a TreeHandle<{root.Name}>, and '{root.Name}' is no model: write the class of the root"
        : method.Parameters.Any(static parameter => ParameterSources.IsTurnContext(parameter.Type))
            ? "takes a TurnContext, but it runs outside of any turn: take a CapsuleUser to know who asks"
        : null;

    /// <summary>What is wrong with a method of an instance.</summary>
    public static string? ProblemOfInstance(IMethodSymbol method) =>
        Tasks.IsTask(method.ReturnType)
            ? "waits for something, and a turn is synchronous: make it static, with a TreeHandle<TRoot> as its first parameter, and let it change the tree by calls"
        : method.IsAsync
            ? "is async without a task, so its turn would end before its work: make it static, with a TreeHandle<TRoot> as its first parameter, and return a Task"
        : method.Parameters.Any(static parameter => ParameterSources.IsCancellationToken(parameter.Type))
            ? "takes a CancellationToken, but a turn is synchronous and runs to its end: remove it"
        : null;
}
