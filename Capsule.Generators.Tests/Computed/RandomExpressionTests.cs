using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Tests.Computed;

namespace Capsule.Generators.Tests.Computed;

/// <summary>Expressions that nobody thought of come to the same in C# and in Node.</summary>
public sealed class RandomExpressionTests
{
    private const int Instances = 200;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    [Test]
    public void They_come_to_the_same() => Check(Environment.TickCount, expressions: 120);

    [Test]
    [Category("Long")]
    public void Many_come_to_the_same() => Check(Environment.TickCount, expressions: 1500);

    private static void Check(int seed, int expressions)
    {
        TestContext.Out.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var maker = new RandomExpression(random);
        (string Type, string Expression)[] made =
            [.. Enumerable.Range(0, expressions).Select(number => RandomExpression.Types[number % RandomExpression.Types.Count]).Select(type => (type, maker.Of(type, 4)))];
        Type probe = Probes.Compile(made);
        CapsuleModel[] models = [.. Enumerable.Range(0, Instances).Select(_ => Probes.Draw(probe, random))];
        Dictionary<string, string>[] answers = Ask(probe.Assembly, models);

        var wrong = new List<string>();
        int values = 0;
        for (int number = 0; number < made.Length; number++)
        {
            PropertyInfo property = probe.GetProperty($"Value{number}")!;
            for (int index = 0; index < models.Length; index++)
            {
                Outcome expected = Outcome.Of(() => property.GetValue(models[index]));
                string answer = answers[index].GetValueOrDefault($"value{number}", "nothing: it was not translated");
                values += expected.Failure is null ? 1 : 0;
                if (!expected.IsMetBy(answer))
                {
                    wrong.Add($"{made[number].Type}: {made[number].Expression}\n  {expected} in C#, {answer} in the browser, of {models[index].Xport()}");
                    break;
                }
            }
        }

        TestContext.Out.WriteLine($"{values} values and {(made.Length * models.Length) - values} failures");
        Assert.That(wrong, Is.Empty, $"seed {seed}");
        Assert.That(values, Is.GreaterThan(made.Length * models.Length / 2), "Too much fails to say much.");
    }

    private static Dictionary<string, string>[] Ask(Assembly assembly, IEnumerable<CapsuleModel> models)
    {
        string question = JsonSerializer.Serialize(new
        {
            client = Path.Combine(Root, "client", "dist"),
            mirrors = assembly.GetCustomAttributes<CapsuleMirrorAttribute>().ToDictionary(mirror => mirror.Name, mirror => mirror.JavaScript),
            cases = models.Select(model => new { root = "Probe", app = model.Xport(), path = Array.Empty<string>() }),
        });
        var start = new ProcessStartInfo("node", [Path.Combine(Root, "Capsule.Tests", "Computed", "evaluate.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(question);
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, errors.Result);
        return JsonSerializer.Deserialize<Dictionary<string, string>[]>(output.Result)!;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
