using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>What comes of a change of a model that is deployed?</summary>
[TestFixtureSource(typeof(SchemaChanges), nameof(SchemaChanges.All))]
public sealed class ChangeTests(SchemaChange change)
{
    private readonly Deploy _before = Deploy.First(SchemaChanges.Source(change.Before));

    [Test]
    public void It_is_an_error_if_it_breaks_something_and_else_nothing_is_said()
    {
        Deploy after = _before.Then(SchemaChanges.Source(change.After));

        Assert.That(Ids(after), Is.EqualTo(change.Diagnostic is { } id ? [id] : Array.Empty<string>()));
        Assert.That(after.Findings.Select(one => one.Severity), Is.All.EqualTo(DiagnosticSeverity.Error));
        Assert.That(after.Problems, change.Outcome == Outcome.Broken ? Is.Not.Empty : Is.Empty);
    }

    [Test]
    public void Clients_with_the_former_hash_are_known_as_long_as_they_can_go_on()
    {
        Deploy after = _before.Then(SchemaChanges.Source(change.After));
        string former = _before.HashOf("Card");

        Assert.That(after.HashOf("Card") == former, Is.EqualTo(change.Outcome == Outcome.Unseen || IsUnseenThoughBroken(former, after)));
        Assert.That(after.Of("card").Contains(former, StringComparison.Ordinal), Is.EqualTo(change.Outcome == Outcome.Kept));
        Assert.That(after.Run.Files["Card.g.cs"].Contains($"Past = [new(1, 0x{former}UL)],", StringComparison.Ordinal), Is.EqualTo(change.Outcome == Outcome.Kept));
        Assert.That(after.Of("card").Contains("\"since\": 2", StringComparison.Ordinal), Is.EqualTo(change.Outcome == Outcome.Reload));
    }

    [Test]
    public void What_is_compiled_beside_the_former_ledger_is_what_is_compiled_beside_the_new_one()
    {
        Deploy after = _before.Then(SchemaChanges.Source(change.After), accepts: true);
        Deploy again = after.Again();

        Assert.That(again.Run.Files, Is.EquivalentTo(after.Run.Files));
        Assert.That(again.Ledger, Is.EqualTo(after.Ledger));
    }

    /// <summary>What only servers knew, and whether something is stored, can break without a client that could tell.</summary>
    private bool IsUnseenThoughBroken(string former, Deploy after) => change.Outcome == Outcome.Broken && after.HashOf("Card") == former && (change.Before.Contains("ServerOnly", StringComparison.Ordinal) || change.After.Contains("Transient", StringComparison.Ordinal));

    private static IEnumerable<string> Ids(Deploy deploy) => deploy.Findings.Select(one => one.Id);
}
