using System.Diagnostics;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.NativeAot;

/// <summary>The domains of these tests, published as a native program with every warning an error.</summary>
public sealed class NativeAotTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [Test]
    public async Task The_domains_are_published_without_a_warning_and_come_back_equal()
    {
        string output = Directory.CreateTempSubdirectory("capsule-aot-").FullName;
        try
        {
            string project = Path.Combine(Repository.Root, "Capsule.Tests", "NativeAot", "Program", "NativeAot.csproj");
            string published = await Run("dotnet", "publish", project, "-nologo", "-v:quiet", "-o", output);
            Assert.That(published, Does.Not.Contain("warning"));

            string said = await Run(Path.Combine(output, OperatingSystem.IsWindows() ? "NativeAot.exe" : "NativeAot"));
            Assert.That(said.ReplaceLineEndings("\n"), Is.EqualTo("blog came back equal\norders came back equal\nwhiteboard came back equal\nevery type came back equal\n"));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static async Task<string> Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end within {Patience}.");
        }

        Assert.That(process.ExitCode, Is.Zero, await output + await errors);
        return await output + await errors;
    }
}
