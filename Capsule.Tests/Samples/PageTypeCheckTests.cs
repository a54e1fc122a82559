using System.Diagnostics;
using System.Text.RegularExpressions;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.Samples;

/// <summary>The page is checked against the mirrors of the domain, in the build: what a change in C# breaks, the build tells.</summary>
[TestFixture]
internal sealed class PageTypeCheckTests
{
    private string _folder = "";

    [SetUp]
    public void CopySample()
    {
        string sample = Path.Combine(Repository.Root, "samples", "Taskboard");
        _folder = Path.Combine(Repository.Root, "artifacts", "renamed", TestContext.CurrentContext.Test.ID);
        foreach (string file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(sample, file);
            bool isBuilt = path.StartsWith("wwwroot", StringComparison.Ordinal) || path.StartsWith("data", StringComparison.Ordinal) || path.StartsWith(Path.Combine("web", "models"), StringComparison.Ordinal);
            if (!isBuilt)
            {
                string target = Path.Combine(_folder, path == "Taskboard.csproj" ? "Renamed.csproj" : path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        // The SDK takes nothing below artifacts for a source.
        File.WriteAllText(
            Path.Combine(_folder, "Directory.Build.targets"),
            """<Project><ItemGroup><Compile Include="$(MSBuildProjectDirectory)/**/*.cs" /></ItemGroup></Project>""");
    }

    [TearDown]
    public void RemoveCopy() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_page_of_the_unchanged_sample_is_built()
    {
        (int exitCode, string output) = await BuildAsync();

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(File.Exists(Path.Combine(_folder, "wwwroot", "page.js")));
    }

    [TestCase("Description", "Details", "'description'")]
    [TestCase("Take", "PickUp", "\"take\"")]
    public async Task A_rename_in_the_domain_fails_the_build_at_the_property_and_once_accepted_at_the_page(string from, string to, string complaint)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_folder, "Domain")))
        {
            await File.WriteAllTextAsync(file, Regex.Replace(await File.ReadAllTextAsync(file), $@"\b{from}\b", to));
        }

        (int exitCode, string output) = await BuildAsync();
        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Match($@"Card\.cs\(\d+,\d+\): error CAP0051: '{to}' is new and '{WireNameOf(from)}' is gone"));

        (exitCode, output) = await BuildAsync("-p:CapsuleAcceptSchema=true");
        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Match($@"src/.*\.ts\(\d+,\d+\): error TS\d+: .*{complaint}").And.Not.Contain("error CS"));
    }

    private static string WireNameOf(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    private async Task<(int ExitCode, string Output)> BuildAsync(params string[] more)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["build", "-nologo", "--no-dependencies", "-nodeReuse:false", .. more])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await output + await errors);
    }
}
