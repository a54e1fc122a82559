namespace Capsule.Generators.Tests.Build;

/// <summary>What does a build do with the schema ledger?</summary>
[TestFixture, Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LedgerBuildTests : IDisposable
{
    private const string Ledger = "Kept/capsule.schema.json";
    private const string Title = "public partial string Title { get; set; }";
    private const string Points = "public partial int Points { get; set; }";

    private readonly SmallProjects projects = SmallProjects.Copy();

    public void Dispose() => projects.Dispose();

    [Test]
    public void The_first_build_writes_it_and_the_second_neither_writes_nor_compiles()
    {
        BuildOutcome first = Build();
        string ledger = Read();
        BuildOutcome second = Build();

        Assert.That(first.Wrote, Is.EqualTo(["capsule.schema.json"]));
        Assert.That(ledger, Does.StartWith("{\n  \"capsuleSchema\": 1,\n").And.Contain("\"title\": { \"number\": 1, \"attribute\": \"string\" }"));
        Assert.That(second.Wrote, Is.Empty);
        Assert.That(second.SkippedCompiler, Is.True, second.Output);
        Assert.That(second.Skipped("CapsuleWriteLedger"), Is.True, second.Output);
        Assert.That(Read(), Is.EqualTo(ledger));
    }

    [Test]
    public void A_compatible_change_is_written_once_and_compiled_once()
    {
        Build();
        projects.Replace("Kept/Card.cs", Title, Title + Points);
        BuildOutcome changed = Build();
        BuildOutcome next = Build();

        Assert.That(changed.Wrote, Is.EqualTo(["capsule.schema.json"]));
        Assert.That(changed.SkippedCompiler, Is.False);
        Assert.That(Read(), Does.Contain("\"points\": { \"number\": 2, \"attribute\": \"int32\" }").And.Contain("\"past\""));
        Assert.That(next.SkippedCompiler, Is.True, next.Output);
        Assert.That(next.Wrote, Is.Empty);
    }

    [Test]
    public void A_checkout_with_another_ledger_is_compiled_and_line_ends_are_no_other_ledger()
    {
        Build();
        projects.Write(Ledger, Read().ReplaceLineEndings("\r\n"));
        BuildOutcome same = Build();
        projects.Replace(Ledger, "\"attribute\": \"string\" }", "\"attribute\": \"string\", \"was\": [\"name\"] }");
        BuildOutcome other = projects.Build("Kept");

        Assert.That(same.SkippedCompiler, Is.True, same.Output);
        Assert.That(other.Errors, Has.Length.EqualTo(1), other.Output);
        Assert.That(other.Errors[0], Does.StartWith(projects.PathOf("Kept/Card.cs")).And.Contains("error CAP0058"));
    }

    [Test]
    public void A_change_that_breaks_something_is_an_error_until_it_is_accepted_and_then_never_more()
    {
        Build();
        string ledger = Read();
        projects.Replace("Kept/Card.cs", "string Title", "bool Title");
        BuildOutcome refused = projects.Build("Kept");
        string unchanged = Read();
        BuildOutcome accepted = projects.Build("Kept", "-p:CapsuleAcceptSchema=true");
        BuildOutcome next = Build();

        Assert.That(refused.Errors, Has.Length.EqualTo(1), refused.Output);
        Assert.That(refused.Errors[0], Does.StartWith(projects.PathOf("Kept/Card.cs(8,20)")).And.Contains("error CAP0052: 'Title' was 'string' and is 'bool'"));
        Assert.That(unchanged, Is.EqualTo(ledger));
        Assert.That(accepted.Succeeded, accepted.Output);
        Assert.That(accepted.Output, Does.Contain("warning CAP0052"), "also where warnings are errors");
        Assert.That(accepted.Wrote, Is.EqualTo(["capsule.schema.json"]));
        Assert.That(Read(), Does.Contain("\"title\": { \"number\": 1, \"attribute\": \"bool\" }"));
        Assert.That(next.Output, Does.Not.Contain("CAP0052"));
        Assert.That(next.Wrote, Is.Empty);
    }

    [Test]
    public void A_change_that_somebody_silenced_is_an_error_of_the_build()
    {
        Build();
        string ledger = Read();
        projects.Replace("Kept/Card.cs", "string Title", "bool Title");
        projects.Replace("Kept/Card.cs", "namespace Kept;", "#pragma warning disable CAP0052\nnamespace Kept;");
        BuildOutcome outcome = projects.Build("Kept");

        Assert.That(outcome.Errors, Has.Length.EqualTo(1), outcome.Output);
        Assert.That(outcome.Errors[0], Does.StartWith(projects.PathOf(Ledger)).And.Contains("error CAPSB005: ").And.Contains("card: attribute 'title' was 'string' and is 'bool'"));
        Assert.That(Read(), Is.EqualTo(ledger));
    }

    [Test]
    public void Who_verifies_is_told_of_a_stale_ledger_or_mirror_and_nothing_is_written()
    {
        BuildOutcome missing = projects.Build("Kept", "-p:CapsuleVerify=true");
        bool wasWritten = File.Exists(projects.PathOf(Ledger));
        Build("-p:CapsuleTypeScriptOutput=models");
        BuildOutcome fresh = Build("-p:CapsuleVerify=true", "-p:CapsuleTypeScriptOutput=models");
        projects.Replace("Kept/Card.cs", Title, Title + Points);
        string ledger = Read();
        BuildOutcome stale = projects.Build("Kept", "-p:CapsuleVerify=true", "-p:CapsuleTypeScriptOutput=models");
        BuildOutcome again = projects.Build("Kept", "-p:CapsuleVerify=true", "-p:CapsuleTypeScriptOutput=models");

        Assert.That(missing.Errors, Has.Length.EqualTo(1), missing.Output);
        Assert.That(missing.Errors[0], Does.StartWith(projects.PathOf(Ledger)).And.Contains("error CAPSB006: "));
        Assert.That(wasWritten, Is.False);
        Assert.That(fresh.Wrote, Is.Empty);
        foreach (BuildOutcome outcome in new[] { stale, again })
        {
            Assert.That(outcome.Errors, Has.Some.Contains("error CAPSB006: "), outcome.Output);
            Assert.That(outcome.Wrote, Is.Empty);
        }

        Assert.That(Read(), Is.EqualTo(ledger));
        Assert.That(File.ReadAllText(projects.PathOf("Kept/models/Card.ts")), Does.Not.Contain("points"));
    }

    [Test]
    public void A_mirror_that_somebody_edited_is_stale()
    {
        Build("-p:CapsuleTypeScriptOutput=models");
        projects.Write("Kept/models/Card.ts", projects.Read("Kept/models/Card.ts") + "// edited\n");
        BuildOutcome outcome = projects.Build("Kept", "-p:CapsuleVerify=true", "-p:CapsuleTypeScriptOutput=models");

        Assert.That(outcome.Errors, Has.Length.EqualTo(1), outcome.Output);
        Assert.That(outcome.Errors[0], Does.StartWith(projects.PathOf("Kept/models/Card.ts")).And.Contains("error CAPSB007: "));
        Assert.That(projects.Read("Kept/models/Card.ts"), Does.EndWith("// edited\n"));
    }

    [Test]
    public void A_merge_that_is_not_done_or_gave_one_number_twice_is_told_at_its_place_in_the_file()
    {
        Build();
        string ledger = Read();
        projects.Replace(Ledger, "\"title\"", "\"points\": { \"number\": 1, \"attribute\": \"int32\" },\n        \"title\"");
        projects.Replace("Kept/Card.cs", Title, Title + Points);
        BuildOutcome twice = projects.Build("Kept");
        projects.Write(Ledger, "<<<<<<< ours\n" + ledger);
        BuildOutcome marks = projects.Build("Kept");
        projects.Write(Ledger, ledger);
        BuildOutcome right = Build();

        Assert.That(twice.Errors, Has.Length.EqualTo(1), twice.Output);
        Assert.That(twice.Errors[0], Does.StartWith(projects.PathOf(Ledger) + "(7,30)").And.Contains("error CAP0056: 'title' of 'card' has the number 1, and so has 'points'"));
        Assert.That(marks.Errors, Has.Length.EqualTo(1), marks.Output);
        Assert.That(marks.Errors[0], Does.StartWith(projects.PathOf(Ledger) + "(1,1)").And.Contains("error CAP0055: "));
        Assert.That(right.Wrote, Is.EqualTo(["capsule.schema.json"]));
    }

    [Test]
    public void A_project_can_have_another_ledger_or_none()
    {
        BuildOutcome none = Build("-p:CapsuleSchemaLedger=false");
        BuildOutcome other = Build("-p:CapsuleSchemaLedger=schemas/kept.json");

        Assert.That(none.Wrote, Is.Empty);
        Assert.That(other.Wrote, Is.EqualTo(["kept.json"]));
        Assert.That(projects.Read("Kept/schemas/kept.json"), Does.Contain("\"card\""));
        Assert.That(File.Exists(projects.PathOf(Ledger)), Is.False);
    }

    private BuildOutcome Build(params string[] arguments)
    {
        BuildOutcome outcome = projects.Build("Kept", arguments);
        Assert.That(outcome.Succeeded, outcome.Output);
        return outcome;
    }

    private string Read() => projects.Read(Ledger);
}
