using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>What is made of a server-only value is the method's own affair, and what clients cannot call reveals nothing to them.</summary>
public sealed class HarmlessResultTests
{
    [TestCase("[Exposed] public bool Tell(string guess) => Secret == guess;")]
    [TestCase("[Exposed] public int Tell() => Secret.Length;")]
    [TestCase("[Exposed] public string Tell() => Secret.Length > 3 ? \"long\" : \"short\";")]
    [TestCase("[Exposed] public string Tell() => Hash(Secret); private static string Hash(string text) => text;")]
    [TestCase("[Exposed] public string Tell() { string told = Secret; return \"told\"; }")]
    [TestCase("[Exposed] public int Tell() { Func<string> ask = () => Secret; return ask().Length; }")]
    [TestCase("[Exposed] public string Tell() => Open;")]
    [TestCase("[ServerCallable] public string Tell() => Secret;")]
    [TestCase("public string Tell() => Secret;")]
    public void Nothing_is_said(string method) => Assert.That(
        Analysis.ByOurs(GeneratorRun.Of($$"""
            [CapsuleModel] public partial class Card
            {
                public partial string Open { get; set; }
                [ServerOnly] public partial string Secret { get; set; }
                {{method}}
            }
            """).Output),
        Is.Empty);

    [Test]
    public void Two_models_may_have_records_of_one_name_and_one_record_may_be_used_twice() => Assert.That(
        Analysis.ByOurs(GeneratorRun.Of("""
            public sealed record Money(int Cents);
            public static class Other { public sealed record Money(string Text); }
            [CapsuleModel] public partial class Card
            {
                public partial Money? Price { get; set; }
                public partial IReadOnlyList<Money> Prices { get; set; }
                [ServerOnly] public partial Other.Money? Secret { get; set; }
            }
            [CapsuleModel] public partial class Note { public partial Other.Money? Price { get; set; } }
            """).Output),
        Is.Empty);
}
