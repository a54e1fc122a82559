namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Methods =
    [
        InCard("CAP0020", "a static method", "[Exposed] public static void [|Go|]() { }", "'Go' cannot be exposed, because it is static, and a call goes to a model"),
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
        InCard("CAP0021", "a result of an unsupported type", "[Exposed] public [|System.Threading.Tasks.Task|] Go() => throw new NotSupportedException();",
            $"'Go' cannot be exposed, because its result has the type 'System.Threading.Tasks.Task': {Supported}"),
        InCard("CAP0021", "an argument with flags", "[Flags] public enum Kind { A = 1 } [Exposed] public void Go([|Kind|] kind) { }",
            "'Go' cannot be exposed, because its argument 'kind' has the type 'Card.Kind': it has [Flags], and a combination of values has no name: use a bool for each, or a list of strings"),
    ];

    public static IEnumerable<DiagnosticCase> All => [.. Classes, .. Properties, .. Validation, .. Names, .. Methods, .. Computed, .. State];
}
