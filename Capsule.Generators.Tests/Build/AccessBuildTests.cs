namespace Capsule.Generators.Tests.Build;

/// <summary>When does a build write the access report, and when does it object to it?</summary>
[TestFixture, Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AccessBuildTests : IDisposable
{
    private const string Report = "Guarded/capsule.access.md";
    private const string Code = "public partial string Code { get; set; }";
    private const string Hint = "public partial string Hint { get; set; }";

    private readonly SmallProjects projects = SmallProjects.Copy();

    public void Dispose() => projects.Dispose();

    [Test]
    public void It_is_written_when_it_is_asked_for_with_the_models_of_references()
    {
        BuildOutcome plain = projects.Build("Guarded");
        bool wasWritten = File.Exists(projects.PathOf(Report));
        BuildOutcome asked = Write();
        BuildOutcome again = Write();

        Assert.That(plain.Succeeded, plain.Output);
        Assert.That(wasWritten, Is.False);
        Assert.That(asked.Output, Does.Contain("Capsule wrote " + projects.PathOf(Report)));
        Assert.That(again.Wrote, Is.Empty);
        Assert.That(again.Output, Does.Contain($"Capsule found {projects.PathOf(Report)} as the models say"));
        Assert.That(projects.Read(Report), Does.StartWith("# Who may see and do what\n\nWritten by `dotnet build -t:CapsuleAccess` from the models of Guarded.").And.EndsWith("""
            ## Board

            `Annotated.Board` stands in `Safe.Board`. Seen by all who see that.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Title` | all who see it | `CanEdit` of Safe | – |
            | `Cards` | all who see it | – | adds, moves, removes: `CanEdit` of Safe |

            ## Card

            `Annotated.Card` stands in `Board.Cards`. Seen by all who see that.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Title` | all who see it | `CanEdit` of Safe | – |

            ## Safe

            `Guarded.Safe` is a root, or in no tree. Seen by those whom `CanRead` of Safe lets.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Code` | role owner | the server | – |
            | `Board` | all who see it | – | – |

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void A_member_that_it_lacks_is_a_warning_also_where_warnings_are_errors_until_it_is_written_again()
    {
        Write();
        projects.Replace("Guarded/Safe.cs", Code, Code + Hint);
        BuildOutcome late = projects.Build("Guarded");
        BuildOutcome written = Write();
        BuildOutcome next = projects.Build("Guarded");

        Assert.That(late.Succeeded, late.Output);
        Assert.That(late.Output, Does.Contain("Safe.cs(9,67): warning CAP0028: 'Hint' is not in the access report 'capsule.access.md'"));
        Assert.That(written.Wrote, Is.EqualTo(["capsule.access.md"]));
        Assert.That(next.Succeeded, next.Output);
        Assert.That(next.Output, Does.Not.Contain("warning CAP0028"));
    }

    [Test]
    public void Who_verifies_is_told_of_a_stale_one_and_nothing_is_written()
    {
        projects.Build("Guarded");
        BuildOutcome without = projects.Build("Guarded", "-p:CapsuleVerify=true");
        Write();
        projects.Write(Report, projects.Read(Report).ReplaceLineEndings("\r\n"));
        BuildOutcome fresh = projects.Build("Guarded", "-p:CapsuleVerify=true");
        projects.Replace("Guarded/Safe.cs", "user.Is(\"owner\")", "false");
        string before = projects.Read(Report);
        BuildOutcome stale = projects.Build("Guarded", "-p:CapsuleVerify=true");

        Assert.That(without.Succeeded, without.Output);
        Assert.That(fresh.Succeeded, fresh.Output);
        Assert.That(stale.Errors, Has.Length.EqualTo(1), stale.Output);
        Assert.That(stale.Errors[0], Does.StartWith(projects.PathOf(Report)).And.Contains("error CAPSB009: "));
        Assert.That(projects.Read(Report), Is.EqualTo(before));
    }

    [Test]
    public void It_can_be_another_file_and_one_that_cannot_be_written_is_an_error_that_names_it()
    {
        BuildOutcome other = Write("-p:CapsuleAccessReport=reviews/access.md");
        BuildOutcome blocked = projects.Build("Guarded", "-t:CapsuleAccess", "-p:CapsuleAccessReport=Safe.cs/access.md");

        Assert.That(other.Wrote, Has.Member("access.md"));
        Assert.That(projects.Read("Guarded/reviews/access.md"), Does.Contain("`Guarded.Safe`"));
        Assert.That(blocked.Errors, Has.Length.EqualTo(1), blocked.Output);
        Assert.That(blocked.Errors[0], Does.StartWith(projects.PathOf("Guarded/Safe.cs/access.md")).And.Contains("error CAPSB008: ").And.Contains("set CapsuleAccessReport to another file"));
    }

    [Test]
    public void Of_several_target_frameworks_it_is_one()
    {
        BuildOutcome outcome = projects.Build("Frameworks", "-t:CapsuleAccess");

        Assert.That(outcome.Succeeded, outcome.Output);
        Assert.That(outcome.Wrote.Count(file => file == "capsule.access.md"), Is.EqualTo(1), outcome.Output);
    }

    private BuildOutcome Write(params string[] arguments)
    {
        BuildOutcome outcome = projects.Build("Guarded", ["-t:CapsuleAccess", .. arguments]);
        Assert.That(outcome.Succeeded, outcome.Output);
        return outcome;
    }
}
