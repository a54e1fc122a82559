using System.Diagnostics;

namespace Capsule.Benchmarks.Wire;

/// <summary>This program once more, as the other ends of sockets: what they cost is not the server's.</summary>
internal static class OtherProcess
{
    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(OtherProcess).Assembly.Location] : [];
        Array.ForEach([.. program, .. arguments], start.ArgumentList.Add);
        return Process.Start(start)!;
    }
}
