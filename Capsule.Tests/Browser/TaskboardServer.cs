using System.Diagnostics;
using System.Text.RegularExpressions;
using Capsule.Tests.Documentation;
using Capsule.Tests.Storage;

namespace Capsule.Tests.Browser;

/// <summary>The sample, as a process of its own on a free port.</summary>
internal sealed partial class TaskboardServer : IDisposable
{
    private readonly Process _process;
    private bool _isKilled;

    private TaskboardServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="boards">Where it keeps its boards.</param>
    /// <param name="at">The address, of one that was there before; a free one without it.</param>
    public static async Task<TaskboardServer> StartAsync(TemporaryFolder boards, Uri? at = null)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string assembly = Path.Combine(Repository.Root, "artifacts", "bin", "Taskboard", configuration, "Taskboard.dll");
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [assembly, "--urls", $"http://127.0.0.1:{at?.Port ?? 0}"])
            {
                WorkingDirectory = Path.Combine(Repository.Root, "samples", "Taskboard"),
                RedirectStandardOutput = true,
                Environment = { ["ConnectionStrings__Boards"] = boards.Source() },
            },
        };
        process.OutputDataReceived += (_, output) => Read(output.Data, address);
        process.Start();
        process.BeginOutputReadLine();
        try
        {
            return new TaskboardServer(process, await address.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            throw;
        }
    }

    /// <summary>Kills it, with nothing said to anybody; once.</summary>
    public void Dispose()
    {
        if (_isKilled)
        {
            return;
        }

        _isKilled = true;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void Read(string? line, TaskCompletionSource<Uri> address)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException("The sample ended before it listened."));
        }
        else if (Listening().Match(line) is { Success: true } found)
        {
            address.TrySetResult(new Uri(found.Groups["address"].Value));
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();
}
