namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>Which past hashes does a model keep, and until which version of the ledger had it each?</summary>
public sealed class VersionTests
{
    [Test]
    public void Each_change_that_clients_can_tell_is_a_version_of_all_models_together()
    {
        Deploy first = Deploy.First(Source("", ""));
        Deploy second = first.Then(Source("public partial int A { get; set; }", ""));
        Deploy third = second.Then(Source("public partial int A { get; set; }", "public partial int B { get; set; }"));
        Deploy fourth = third.Then(Source("public partial int A { get; set; } public partial int C { get; set; }", "public partial int B { get; set; }"));

        Assert.That(fourth.Run.Files["Card.g.cs"], Does.Contain($"Past = [new(1, 0x{first.HashOf("Card")}UL), new(3, 0x{second.HashOf("Card")}UL)],"));
        Assert.That(fourth.Run.Files["Note.g.cs"], Does.Contain($"Past = [new(2, 0x{first.HashOf("Note")}UL)],"));
        Assert.That(fourth.Of("card"), Does.Contain($"\"past\": {{\n    \"1\": \"{first.HashOf("Card")}\",\n    \"3\": \"{second.HashOf("Card")}\"\n  }}"));
    }

    [Test]
    public void A_change_that_clients_must_be_told_of_ends_the_past()
    {
        Deploy told = Deploy.First(Source("", "")).Then(Source("public partial int A { get; set; }", "")).Then(Source("public partial int? A { get; set; }", ""));
        Deploy later = told.Then(Source("public partial int? A { get; set; } public partial int B { get; set; }", ""));

        Assert.That(told.Of("card"), Does.Contain("\"since\": 3").And.Not.Contain("past"));
        Assert.That(later.Run.Files["Card.g.cs"], Does.Contain("Since = 3,").And.Contain($"Past = [new(3, 0x{told.HashOf("Card")}UL)],"));
    }

    [Test]
    public void Two_branches_that_both_added_an_attribute_can_be_merged()
    {
        Deploy common = Deploy.First(Source("", ""));
        Deploy ours = common.Then(Source("public partial int A { get; set; }", ""));
        Deploy theirs = common.Then(Source("public partial int B { get; set; }", ""));
        string merged = ours.Ledger.Replace("\"number\": 1, ", "\"number\": 2, ", StringComparison.Ordinal)
            .Replace("\"members\": {\n        \"a\"", "\"members\": {\n        \"b\": { \"number\": 1, \"attribute\": \"int32\" },\n        \"a\"", StringComparison.Ordinal);

        Deploy next = Deploy.Beside(merged, Source("public partial int A { get; set; } public partial int B { get; set; }", ""));

        Assert.That(merged, Does.Contain("\"b\""));
        Assert.That(next.Findings, Is.Empty);
        Assert.That(next.Of("card"), Does.Contain(common.HashOf("Card")), "clients of before the branches go on");
        Assert.That(next.HashOf("Card"), Is.Not.EqualTo(ours.HashOf("Card")).And.Not.EqualTo(theirs.HashOf("Card")));
    }

    [Test]
    public void A_renamed_class_keeps_its_numbers_and_what_refers_to_it_is_the_same()
    {
        Deploy before = Deploy.First("[CapsuleModel] public partial class Card { public partial int A { get; set; } [ChildCollection] public partial ModelCollection<Card> Below { get; } }");
        Deploy renamed = before.Then("[CapsuleModel, Renamed(\"card\")] public partial class Task { public partial int A { get; set; } [ChildCollection] public partial ModelCollection<Task> Below { get; } }");

        Assert.That(renamed.Findings, Is.Empty);
        Assert.That(renamed.Entries.Select(entry => entry.Name), Is.EqualTo(["task"]));
        Assert.That(renamed.Of("task"), Does.Contain("\"was\": [\"card\"]").And.Contain("\"a\": { \"number\": 1,").And.Contain("\"since\": 2"));
        Assert.That(renamed.Run.Files["Task.g.cs"], Does.Contain("FormerNames = [\"card\"],"));
        Assert.That(renamed.Again().Findings, Is.Empty);
    }

    [Test]
    public void What_was_nullable_once_is_remembered()
    {
        Deploy now = Deploy.First(Source("public partial int? A { get; set; }", "")).Then(Source("public partial int A { get; set; } = 3;", ""));

        Assert.That(now.Of("card"), Does.Contain("\"a\": { \"number\": 1, \"attribute\": \"int32\", \"wasNullable\": true }"));
        Assert.That(now.Run.Files["Card.g.cs"], Does.Contain("OnceNullable = (1UL << 0),"));
        Assert.That(now.Again().Of("card"), Is.EqualTo(now.Of("card")));
    }

    private static string Source(string card, string note) => $"[CapsuleModel] public partial class Card {{ {card} }} [CapsuleModel] public partial class Note {{ {note} }}";
}
