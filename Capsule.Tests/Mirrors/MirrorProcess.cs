using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Mirrors;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.Mirrors;

/// <summary>Asks mirrors in Node something: a script of the tests gets one question, with the client and the mirrors, and gives one answer.</summary>
internal static class MirrorProcess
{
    /// <param name="script">Its path in Capsule.Tests.</param>
    /// <param name="models">The classes whose mirrors it gets.</param>
    /// <param name="cases">What is asked, as JSON can have it.</param>
    public static TAnswer Ask<TAnswer>(string script, IEnumerable<Type> models, object cases)
    {
        HashSet<string> names = [.. models.Select(model => model.FullName!)];
        Dictionary<string, string> mirrors = typeof(MirrorProcess).Assembly.GetCustomAttributes<CapsuleMirrorAttribute>()
            .Where(mirror => names.Contains(mirror.Model))
            .ToDictionary(mirror => mirror.Name, mirror => MarkedText.Whole(mirror.JavaScript));
        string question = JsonSerializer.Serialize(new { client = Path.Combine(Repository.Root, "client", "dist"), mirrors, cases });
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "Capsule.Tests", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        };
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(question);
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, errors.Result);
        return JsonSerializer.Deserialize<TAnswer>(output.Result)!;
    }
}
