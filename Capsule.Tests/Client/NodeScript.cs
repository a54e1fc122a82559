using System.Diagnostics;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.Client;

/// <summary>Runs a script with Node. What it finds wrong it says itself, that it takes too long too; here counts that it ended well.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>One that does not even say so is killed.</summary>
    private static readonly TimeSpan LastPatience = Patience + TimeSpan.FromSeconds(10);

    /// <summary>One of this folder.</summary>
    public static Task RunAsync(string script, LibraryServer server) => RunAsync(Path.Combine("Client", script), server.Address);

    /// <param name="script">Its path in Capsule.Tests.</param>
    /// <param name="address">Of the server that its client and its mirrors come from.</param>
    /// <param name="more">What else it is told.</param>
    public static async Task RunAsync(string script, string address, params string[] more)
    {
        string path = Path.Combine(Repository.Root, "Capsule.Tests", script);
        var start = new ProcessStartInfo("node", [path, address, $"{Patience.TotalSeconds}", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(LastPatience);
        string ending = "";
        try
        {
            await node.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            ending = $"It did not end within {LastPatience}.";
            node.Kill(entireProcessTree: true);
        }

        string said = $"{await output}{await errors}{ending}";
        TestContext.Out.Write(said);
        Assert.That((ending, node.HasExited ? node.ExitCode : -1), Is.EqualTo(("", 0)), said);
    }
}
