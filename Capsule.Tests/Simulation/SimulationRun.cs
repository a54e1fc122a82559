using System.Diagnostics;
using System.Text.Json;
using Capsule.Tests.Documentation;
using Capsule.Tests.Faults;

namespace Capsule.Tests.Simulation;

/// <summary>Runs the simulator: Node with the real client, and beside it, over a pipe, the program in <c>Server</c>.</summary>
internal sealed class SimulationRun
{
    private static readonly string Script = Path.Combine(Repository.Root, "client", "test", "simulation", "run.mjs");

    private readonly Dictionary<string, object> _settings = new() { ["server"] = Server, ["seed"] = 1, ["scenarios"] = 1 };

    /// <summary>Where the server's program is.</summary>
    public static string Server { get; } = Path.Combine(Repository.Root, "artifacts", "bin", "SimulationServer", Configuration, "SimulationServer.dll");

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(typeof(SimulationRun).Assembly.Location))!;

    /// <summary>One of the settings in main.ts.</summary>
    public SimulationRun With(string name, object value)
    {
        _settings[name] = value;
        return this;
    }

    /// <summary>The scenarios of so many seeds.</summary>
    public SimulationRun Scenarios(int seed, int count) => With("seed", seed).With("scenarios", count);

    /// <summary>With a fault in the client.</summary>
    public SimulationRun ClientWith(PlantedFault fault) => With("fault", new { file = fault.File, right = fault.Right, wrong = fault.Wrong });

    /// <summary>Runs it to its end.</summary>
    public async Task<SimulationOutcome> RunAsync(TimeSpan patience)
    {
        var start = new ProcessStartInfo("node", [Script, JsonSerializer.Serialize(_settings)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using System.Diagnostics.Process node = System.Diagnostics.Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        using var end = new CancellationTokenSource(patience);
        try
        {
            await node.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"It did not end within {patience}.\n{await output}{await errors}");
        }

        string said = await output + await errors;
        TestContext.Out.Write(said);
        Assert.That(node.ExitCode, Is.AnyOf(0, 1), said);
        return SimulationOutcome.Read(said);
    }
}
