using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>What comes of a change that breaks something, when somebody says that it is meant?</summary>
public sealed class AcceptanceTests
{
    [TestCaseSource(typeof(SchemaChanges), nameof(SchemaChanges.Breaking))]
    public void It_leaves_the_ledger_as_it_is_until_it_is_accepted(SchemaChange change)
    {
        Deploy before = Deploy.First(SchemaChanges.Source(change.Before));
        Deploy refused = before.Then(SchemaChanges.Source(change.After));
        Deploy accepted = before.Then(SchemaChanges.Source(change.After), accepts: true);

        Assert.That(refused.Ledger, Is.EqualTo(before.Ledger));
        Assert.That(accepted.Findings.Select(one => one.Id), Is.EqualTo([change.Diagnostic]));
        Assert.That(accepted.Findings.Select(one => one.Severity), Is.All.EqualTo(DiagnosticSeverity.Warning));
        Assert.That(accepted.Problems, Is.Empty);
        Assert.That(accepted.Ledger, Is.Not.EqualTo(before.Ledger).And.Not.Contain("past"));
        Assert.That(accepted.Again().Findings, Is.Empty);
    }

    [Test]
    public void A_model_that_is_given_up_stays_in_the_ledger_and_can_come_back()
    {
        const string Card = "[CapsuleModel] public partial class Card { public partial string Title { get; set; } }";
        Deploy without = Deploy.First(Card + "[CapsuleModel] public partial class Note { public partial int Stars { get; set; } }").Then(Card, accepts: true);
        Deploy other = without.Then(Card + "[CapsuleModel] public partial class Note { public partial string Stars { get; set; } }");
        Deploy same = without.Then(Card + "[CapsuleModel] public partial class Note { public partial int Stars { get; set; } }");

        Assert.That(without.Of("note"), Does.Contain("\"removed\": true").And.Contain("\"stars\": { \"number\": 1, \"attribute\": \"int32\" }"));
        Assert.That(without.Again().Findings, Is.Empty);
        Assert.That(other.Findings.Select(one => one.Id), Is.EqualTo(["CAP0052"]));
        Assert.That(same.Findings, Is.Empty);
        Assert.That(same.Of("note"), Does.Not.Contain("removed").And.Contain("\"since\": 2"));
    }

    [Test]
    public void A_name_that_was_given_up_stays_taken()
    {
        Deploy without = Deploy.First(SchemaChanges.Source("public partial int Points { get; set; } public partial string Title { get; set; }"))
            .Then(SchemaChanges.Source("public partial string Title { get; set; }"), accepts: true);
        Deploy other = without.Then(SchemaChanges.Source("public partial string Title { get; set; } public partial string Points { get; set; }"));
        Deploy wider = without.Then(SchemaChanges.Source("public partial string Title { get; set; } public partial double Points { get; set; }"));

        Assert.That(without.Of("card"), Does.Contain("\"points\": { \"number\": 1, \"attribute\": \"int32\", \"removed\": true }"));
        Assert.That(other.Findings.Select(one => one.Id), Is.EqualTo(["CAP0052"]));
        Assert.That(wider.Findings, Is.Empty);
        Assert.That(wider.Of("card"), Does.Contain("\"points\": { \"number\": 1, \"attribute\": \"double\" }"));
    }
}
