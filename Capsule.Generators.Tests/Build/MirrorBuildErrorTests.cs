namespace Capsule.Generators.Tests.Build;

/// <summary>What does a build say when the mirrors cannot be written?</summary>
[TestFixture, Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MirrorBuildErrorTests : IDisposable
{
    private readonly SmallProjects projects = SmallProjects.Copy();

    public void Dispose() => projects.Dispose();

    [Test]
    public void A_path_that_cannot_be_written_is_an_error_that_names_it_until_it_can()
    {
        projects.Write("Solo/web", "a file where the folder belongs");
        BuildOutcome blocked = projects.Build("Solo");
        BuildOutcome again = projects.Build("Solo");
        File.Delete(projects.PathOf("Solo/web"));
        BuildOutcome free = projects.Build("Solo");

        AssertError(blocked, "CAPSB001", projects.PathOf("Solo/web/models"), "set CapsuleTypeScriptOutput to another folder");
        AssertError(again, "CAPSB001", projects.PathOf("Solo/web/models"), "set CapsuleTypeScriptOutput to another folder");
        Assert.That(free.Succeeded, free.Output);
        Assert.That(free.Wrote, Is.EqualTo(["Card.ts", "Lane.ts", "index.ts"]));
    }

    [Test]
    public void A_file_of_the_user_is_not_overwritten_and_nothing_else_is_touched()
    {
        projects.Write("Solo/web/models/Lane.ts", "export class Lane {}\n");
        BuildOutcome outcome = projects.Build("Solo");

        AssertError(outcome, "CAPSB002", projects.PathOf("Solo/web/models/Lane.ts"), "was not written by Capsule");
        Assert.That(projects.Mirrors("Solo").Keys, Is.EqualTo(["Lane.ts"]));
        Assert.That(projects.Mirrors("Solo")["Lane.ts"].Text, Is.EqualTo("export class Lane {}\n"));
    }

    [Test]
    public void Two_models_with_one_mirror_in_two_assemblies_are_an_error_that_names_both()
    {
        projects.Replace("App/Board.cs", "CapsuleMirror(\"Board\"", "CapsuleMirror(\"Comment\"");
        BuildOutcome outcome = projects.Build("App");

        AssertError(outcome, "CAPSB003", projects.PathOf("App/web/models"), "App.Board (in App) and Library.Comment (in Library)");
    }

    private static void AssertError(BuildOutcome outcome, string code, string path, string text)
    {
        Assert.That(outcome.Succeeded, Is.False);
        Assert.That(outcome.Errors, Has.Length.EqualTo(1), outcome.Output);
        Assert.That(outcome.Errors[0], Does.StartWith(path).And.Contains($"error {code}: ").And.Contains(text));
    }
}
