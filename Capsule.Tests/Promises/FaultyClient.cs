using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Capsule.Tests.Documentation;
using Capsule.Tests.Faults;
using Capsule.Tests.Storage;

namespace Capsule.Tests.Promises;

/// <summary>A copy of the client with a mistake in it, and the tests in it that hold promises.</summary>
internal static partial class FaultyClient
{
    /// <summary>The folder of the client.</summary>
    public const string Project = "client";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Folder => Path.Combine(Repository.Root, Project);

    /// <summary>The numbers that tests of the client carry, each as often as there are tests that do.</summary>
    public static IEnumerable<int> Promises => TestFiles(@"\d+").SelectMany(static file => PromiseNumber().Matches(File.ReadAllText(file))).Select(static match => int.Parse(match.Groups[1].ValueSpan, null));

    /// <summary>Runs tests of the client that hold a promise, until one fails.</summary>
    /// <param name="promise">Its number, as an expression.</param>
    /// <param name="fault">What is wrong, if anything is.</param>
    /// <returns>How many passed and failed, and what was said.</returns>
    public static async Task<(int Passed, int Failed, string Said)> UntilOneFailsAsync(string promise, PlantedFault? fault)
    {
        using var copy = new TemporaryFolder();
        foreach (string file in Sources())
        {
            string to = copy.File(Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        if (fault is not null)
        {
            string file = copy.File(fault.File);
            await File.WriteAllTextAsync(file, fault.In(await File.ReadAllTextAsync(file)));
        }

        Directory.CreateSymbolicLink(copy.File("node_modules"), Path.Combine(Repository.Root, "node_modules"));
        string report = copy.File("report.json");
        string said = await RunAsync(
            copy.File("."),
            [
                Path.Combine(Repository.Root, "node_modules", "vitest", "vitest.mjs"), "run", "--bail=1", "--testTimeout=5000", "--reporter=json", $"--outputFile={report}", "-t", $@"promise {promise}\b",
                .. TestFiles(promise).Select(static file => Path.GetRelativePath(Folder, file)),
            ]);
        Assert.That(File.Exists(report), said);
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return (Count("numPassedTests"), Count("numFailedTests"), said);

        int Count(string name) => result.RootElement.GetProperty(name).GetInt32();
    }

    private static IEnumerable<string> Sources() =>
    [
        .. Directory.EnumerateFiles(Folder),
        .. ((string[])["src", "test"]).SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)),
    ];

    private static IEnumerable<string> TestFiles(string promise) =>
        Sources().Where(file => file.EndsWith(".test.ts", StringComparison.Ordinal) && Regex.IsMatch(File.ReadAllText(file), $@"\bpromise {promise}\b"));

    private static async Task<string> RunAsync(string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await node.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
        }

        return await output + await errors;
    }

    [GeneratedRegex(@"\bpromise (\d+)\b")]
    private static partial Regex PromiseNumber();
}
