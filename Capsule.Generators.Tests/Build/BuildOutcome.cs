using System.Text.RegularExpressions;

namespace Capsule.Generators.Tests.Build;

/// <summary>What a build said and did.</summary>
internal sealed partial record BuildOutcome(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public bool SkippedMirrors => Skipped("CapsuleWriteMirrors");

    public bool SkippedCompiler => Skipped("CoreCompile");

    /// <summary>The names of the files that the task wrote, once for each time.</summary>
    public string[] Wrote => [.. WroteLine().Matches(Output).Select(match => Path.GetFileName(match.Groups[1].Value.Trim()))];

    public string[] Removed => [.. RemovedLine().Matches(Output).Select(match => Path.GetFileName(match.Groups[1].Value.Trim()))];

    /// <summary>The distinct errors, each with file, code and message.</summary>
    public string[] Errors => [.. ErrorLine().Matches(Output).Select(match => match.Groups[1].Value).Distinct()];

    public bool Skipped(string target) => Output.Contains($"Skipping target \"{target}\" because all output files are up-to-date", StringComparison.Ordinal);

    [GeneratedRegex("Capsule wrote (.+)")]
    private static partial Regex WroteLine();

    [GeneratedRegex("Capsule removed (.+)")]
    private static partial Regex RemovedLine();

    [GeneratedRegex(@"^\s*(?:\d+>)?(\S.*\berror [A-Z]+[0-9]+: .*) \[[^\[]*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
