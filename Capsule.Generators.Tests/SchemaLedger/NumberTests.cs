namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>Which number does a member get?</summary>
public sealed class NumberTests
{
    [Test]
    public void The_first_ones_are_numbered_in_the_order_of_the_ledger_and_methods_apart() => Assert.That(
        Deploy.First("""
            [CapsuleModel] public partial class Card
            {
                public partial string Title { get; set; }
                [ServerOnly] public partial string? Owner { get; set; }
                [ChildCollection] public partial ModelCollection<Card> Below { get; }
                [ChildModel] public partial Card? Twin { get; set; }
                [Exposed] public int Weigh(string how, double most = 1) => 1;
                [ServerCallable] public void Sweep() { }
                protected override bool CanEdit(CapsuleUser user) => true;
                [ClientEditable, Immutable] public partial bool Done { get; set; }
                [Radio] public partial bool Pinned { get; set; }
            }
            """).Ledger,
        Is.EqualTo("""
            {
              "capsuleSchema": 1,
              "models": {
                "card": {
                  "members": {
                    "below": { "number": 1, "collection": "card" },
                    "done": { "number": 2, "attribute": "bool", "access": "editable immutable" },
                    "owner": { "number": 3, "attribute": "string?", "access": "server" },
                    "pinned": { "number": 4, "attribute": "bool", "access": "radio" },
                    "title": { "number": 5, "attribute": "string" },
                    "twin": { "number": 6, "child": "card?" }
                  },
                  "methods": {
                    "sweep": { "number": 1, "method": "(): void", "access": "server" },
                    "weigh": { "number": 2, "method": "(string, double optional): int32" }
                  }
                }
              }
            }

            """.ReplaceLineEndings("\n")));

    [Test]
    public void A_new_one_gets_the_next_that_nobody_had_and_the_others_keep_theirs()
    {
        Deploy first = Deploy.First(Card("B", "C"));
        Deploy more = first.Then(Card("A", "B", "C"));
        Deploy less = more.Then(Card("B", "C"), accepts: true);
        Deploy other = less.Then(Card("B", "C", "D"));

        Assert.That(more.Of("card"), Does.Contain("\"a\": { \"number\": 3,").And.Contain("\"b\": { \"number\": 1,").And.Contain("\"c\": { \"number\": 2,"));
        Assert.That(other.Of("card"), Does.Contain("\"d\": { \"number\": 4,").And.Contain("\"a\": { \"number\": 3, \"attribute\": \"int32\", \"removed\": true }"));
    }

    [Test]
    public void One_that_is_renamed_keeps_its_number_and_the_ledger_its_names()
    {
        Deploy renamed = Deploy.First(Card("A", "B"))
            .Then("[CapsuleModel] public partial class Card { public partial int A { get; set; } [Renamed(\"b\")] public partial int C { get; set; } }")
            .Then("[CapsuleModel] public partial class Card { public partial int A { get; set; } [Renamed(\"b\"), Renamed(\"c\")] public partial int Z { get; set; } }");

        Assert.That(renamed.Findings, Is.Empty);
        Assert.That(renamed.Of("card"), Does.Contain("\"z\": { \"number\": 2, \"attribute\": \"int32\", \"was\": [\"b\", \"c\"] }"));
    }

    [Test]
    public void One_whose_number_somebody_took_away_after_a_merge_gets_the_next()
    {
        string merged = Deploy.First(Card("A", "B", "C")).Ledger.Replace("\"number\": 2, ", "", StringComparison.Ordinal);

        Deploy next = Deploy.Beside(merged, Card("A", "B", "C"));

        Assert.That(next.Findings, Is.Empty);
        Assert.That(next.Of("card"), Does.Contain("\"a\": { \"number\": 1,").And.Contain("\"b\": { \"number\": 4,").And.Contain("\"c\": { \"number\": 3,"));
    }

    private static string Card(params string[] attributes) =>
        $"[CapsuleModel] public partial class Card {{ {string.Concat(attributes.Select(name => $"public partial int {name} {{ get; set; }} "))} }}";
}
