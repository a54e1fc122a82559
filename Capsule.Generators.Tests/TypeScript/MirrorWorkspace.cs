using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Capsule.Generators.Emitting.TypeScript;
using Capsule.Generators.Models;
using Capsule.Generators.Tests.Harness;
using Capsule.Mirrors;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>A folder with the mirrors of the examples, and the tools that read them.</summary>
internal sealed class MirrorWorkspace : IDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public string Folder { get; } = Directory.CreateTempSubdirectory("capsule-mirrors").FullName;

    /// <summary>The models whose mirrors are looked at.</summary>
    public static IReadOnlyList<ModelSpec> Models { get; } =
    [
        .. GeneratorRun.Of(
                new Source("Card.cs", Examples.Card), new Source("EveryType.cs", Examples.EveryType), new Source("EveryValue.cs", Examples.EveryValue), new Source("Calls.cs", Examples.Calls), new Source("OddNames.cs", Examples.OddNames), new Source("References.cs", Examples.References), new Source("Empty.cs", Examples.Empty), new Source("Family.cs", Examples.Family), new Source("Computed.cs", Examples.Computed), new Source("OnServer.cs", Examples.OnServer))
            .Models,
    ];

    public static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>Writes each mirror to a file of its own, with the imports that the build gives it.</summary>
    public void WriteModules(string extension, Func<ModelSpec, string> body, string client = "capsule-client")
    {
        foreach (ModelSpec model in Models)
        {
            bool isTyped = extension != ".js";
            IEnumerable<string> imports = Imports.Of(model).Select(MarkedText.Whole).Select(import => Import(import, isTyped, client));
            Write(Mirror.NameOf(model) + extension, $"import * as capsule from \"{client}\";\n{string.Concat(imports)}\n{MarkedText.Whole(body(model))}");
        }
    }

    private static string Import(string import, bool isTyped, string client)
    {
        if (import == "computed")
        {
            return $"import * as computed from \"{client}/computed\";\n";
        }

        string[] parts = import.Contains(" from ") ? import.Split(" from ") : [$"{import}, type {import}Input", import];
        IEnumerable<string> names = parts[0].Split(", ").Where(name => isTyped || !name.StartsWith("type ", StringComparison.Ordinal));
        return names.Any() ? $"import {{ {string.Join(", ", names)} }} from \"./{parts[1]}.js\";\n" : "";
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public void Copy(string folder)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(Here(), folder)))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    /// <summary>What <c>tsc --strict</c> says: one line for each error.</summary>
    public IReadOnlyList<string> CheckTypes(bool noUnused = false)
    {
        Write("package.json", """{ "type": "module" }""");
        Write("tsconfig.json", JsonSerializer.Serialize(new
        {
            compilerOptions = new
            {
                target = "ES2022",
                module = "NodeNext",
                lib = new[] { "ES2023", "DOM", "DOM.Iterable" },
                types = Array.Empty<string>(),
                strict = true,
                noEmit = true,
                noImplicitOverride = true,
                noUncheckedIndexedAccess = true,
                noUnusedLocals = noUnused,
                verbatimModuleSyntax = true,
                paths = new Dictionary<string, string[]>
                {
                    ["capsule-client"] = [Path.Combine(Root, "client", "src", "index.ts")],
                    ["capsule-client/computed"] = [Path.Combine(Root, "client", "src", "computed", "index.ts")],
                },
            },
            include = new[] { "*.ts" },
        }));
        string compiler = Path.Combine(Root, "node_modules", "typescript", "bin", "tsc");
        Assert.That(compiler, Does.Exist, "TypeScript is not there: run 'npm ci' in the root of the repository.");
        return Node(compiler, "--pretty", "false", "-p", Folder).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public (int ExitCode, string Output) Node(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
