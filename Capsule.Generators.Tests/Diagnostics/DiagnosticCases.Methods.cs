namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Methods =
    [
        InCard("CAP0020", "a static method", "[Exposed] public static void [|Go|]() { }", "'Go' cannot be exposed, because it is static, and a call goes to a model: remove 'static', or return a Task if it waits for something"),
        InCard("CAP0020", "a method that is not public", "[Exposed] internal void [|Go|]() { }",
            "'Go' cannot be exposed, because it is not public: a client may call it, so write 'public'"),
        InCard("CAP0020", "a method for servers that is not public", "[ServerCallable] internal void [|Go|]() { }",
            "'Go' cannot be exposed, because it is not public: another server may call it, so write 'public'"),
        InCard("CAP0020", "a method for servers and clients", "[Exposed, ServerCallable] public void [|Go|]() { }",
            "'Go' cannot be exposed, because it is [ServerCallable] too, and servers may call whatever is exposed: remove one of the two"),
        InCard("CAP0020", "a generic method", "[Exposed] public void [|Go|]<T>() { }", "'Go' cannot be exposed, because it has type parameters, which the wire cannot carry"),
        InCard("CAP0020", "an overloaded method", "[Exposed] public void [|Go|]() { } public void Go(int far) { }",
            "'Go' cannot be exposed, because it is overloaded, and on the wire a method is only its name: rename one"),
        InCard("CAP0020", "an argument by reference", "[Exposed] public void [|Go|](ref int far) { }", "'Go' cannot be exposed, because it takes 'far' by reference: arguments are copies"),
        InCard("CAP0020", "two contexts", "[Exposed] public void [|Go|](TurnContext one, TurnContext two) { }", "'Go' cannot be exposed, because it takes more than one TurnContext"),
        InCard("CAP0021", "an argument of an unsupported type", "[Exposed] public void Go([|object|] far) { }",
            $"'Go' cannot be exposed, because its argument 'far' has the type 'object': {Supported}"),
        InCard("CAP0021", "a result of an unsupported type", "[Exposed] public [|object|] Go() => throw new NotSupportedException();",
            $"'Go' cannot be exposed, because its result has the type 'object': {Supported}"),
        InCard("CAP0021", "a task of an unsupported type", "[Exposed] public static [|System.Threading.Tasks.Task<object>|] Go(TreeHandle<Card> tree) => throw new NotSupportedException();",
            $"'Go' cannot be exposed, because its result has the type 'object': {Supported}"),
        InCard("CAP0020", "a task of an instance", "[Exposed] public System.Threading.Tasks.Task [|Go|]() => throw new NotSupportedException();",
            "'Go' cannot be exposed, because it waits for something, and a turn is synchronous: make it static, with a TreeHandle<TRoot> as its first parameter, and let it change the tree by calls"),
        InCard("CAP0020", "an async method without a task", "[Exposed] public async void [|Go|]() => await System.Threading.Tasks.Task.Yield();",
            "'Go' cannot be exposed, because it is async without a task, so its turn would end before its work: make it static, with a TreeHandle<TRoot> as its first parameter, and return a Task"),
        InCard("CAP0020", "a token in a turn", "[ServerCallable] public void [|Go|](System.Threading.CancellationToken token) { }",
            "'Go' cannot be exposed, because it takes a CancellationToken, but a turn is synchronous and runs to its end: remove it"),
        InCard("CAP0020", "an asynchronous method without the tree", "[Exposed] public static System.Threading.Tasks.Task [|Go|](ModelId id) => throw new NotSupportedException();",
            "'Go' cannot be exposed, because it is static, so it runs outside of any turn, but its first parameter is no TreeHandle<TRoot> by which it could change the tree: add one, with the class of the root as TRoot"),
        InCard("CAP0020", "a context outside of any turn", "[Exposed] public static System.Threading.Tasks.Task [|Go|](TreeHandle<Card> tree, TurnContext turn) => throw new NotSupportedException();",
            "'Go' cannot be exposed, because it takes a TurnContext, but it runs outside of any turn: take a CapsuleUser to know who asks"),
        InCard("CAP0020", "two ids", "[Exposed] public static System.Threading.Tasks.Task [|Go|](TreeHandle<Card> tree, ModelId one, ModelId two) => throw new NotSupportedException();",
            "'Go' cannot be exposed, because it takes more than one ModelId"),
        InCard("CAP0020", "a value from services", "[Exposed] public void [|Go|]([FromServices] int far) { }",
            "'Go' cannot be exposed, because it takes 'far' from services, and a service is a class or an interface"),
        InCard("CAP0020", "two methods with one name in handles", "[Exposed] public void Go() { } [Exposed] public void [|GoAsync|]() { }",
            "'GoAsync' cannot be exposed, because it has the name that 'Go' has in handles: rename one"),
        InCard("CAP0021", "an argument with flags", "[Flags] public enum Kind { A = 1 } [Exposed] public void Go([|Kind|] kind) { }",
            "'Go' cannot be exposed, because its argument 'kind' has the type 'Card.Kind': it has [Flags], and a combination of values has no name: use a bool for each, or a list of strings"),
    ];

    public static IEnumerable<DiagnosticCase> All => [.. Classes, .. Properties, .. References, .. Validation, .. Names, .. Methods, .. Computed, .. Results, .. State, .. Transients, .. Access, .. Ledger];
}
