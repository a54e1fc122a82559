using System.Diagnostics;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.Client;

/// <summary>Runs a script of this folder with Node. What it finds wrong it says itself; here counts that it ended well.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(string script, LibraryServer server)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "Capsule.Tests", "Client", script), server.Address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        string ending = "";
        try
        {
            await node.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            ending = $"It did not end within {Patience}.";
            node.Kill(entireProcessTree: true);
        }

        string said = $"{await output}{await errors}{ending}";
        TestContext.Out.Write(said);
        Assert.That((ending, node.HasExited ? node.ExitCode : -1), Is.EqualTo(("", 0)), said);
    }
}
