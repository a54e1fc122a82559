using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Results =
    [
        InCard("CAP0023", "two records of one name", "public partial A.Money? Price { get; set; } public partial [|B.Money?|] Cost { get; set; } } public static class A { public sealed record Money(int Cents); } public static class B { public sealed record Money(string Text);",
            "'Cost' has the record 'B.Money', and 'Price' has 'A.Money': both are 'Money' in the mirror, so rename one"),
        InCard("CAP0023", "one of them in a list in a record", "public partial A.Bill? Bill { get; set; } [Exposed] public void Pay([|Money|] money) { } } public static class A { public sealed record Bill(IReadOnlyList<Money> Parts); public sealed record Money(int Cents); } public sealed record Money(string Text);",
            "'Pay' has the record 'Money', and 'Bill' has 'A.Money': both are 'Money' in the mirror, so rename one"),
        Revealing("by itself", "string Tell() => [|Secret|];"),
        Revealing("from a local", "string Tell() { string told = \"\"; if (Open) { told = [|Secret|]; } return told; }"),
        Revealing("in a text", "string Tell() => $\"It is {[|Secret|]}.\";"),
        Revealing("joined to a text", "string Tell() { return \"It is \" + [|this.Secret|]; }"),
        Revealing("in a list", "IReadOnlyList<string> Tell() => [\"x\", [|Secret|]];"),
        Revealing("in a record", "Told Tell() => new([|Secret|]);"),
        Revealing("in a record's initializer", "Told Tell() => new(\"\") { More = [|Secret|] };"),
        Revealing("where it is one of two", "string? Tell(bool all) => all ? [|Secret|] : null;"),
        Revealing("of another model", "string Tell() => [|Other.Hidden|];", "Hidden"),
    ];

    private static DiagnosticCase Revealing(string name, string method, string property = "Secret") => new(
        "CAP0024", $"a result that reveals {name}", $$"""
        [CapsuleModel] public partial class Card
        {
            public partial bool Open { get; set; }
            [ServerOnly] public partial string Secret { get; set; }
            [ChildModel] public partial Note Other { get; }
            [Exposed] public {{method}}
        }
        public sealed record Told(string What) { public string? More { get; init; } }
        [CapsuleModel] public partial class Note { [ServerOnly] public partial string Hidden { get; set; } }
        """,
        $"'Tell' gives '{property}' to every client that may call it, and '{property}' is [ServerOnly]: return something else, or let servers alone call the method, with [ServerCallable]")
    {
        Severity = DiagnosticSeverity.Warning,
    };
}
