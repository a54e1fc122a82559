using System.Reflection;
using Capsule.Tests.Concurrency;
using Capsule.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Tests.Faults;

/// <summary>A project that is compiled again from its sources, for each fault with one file changed.</summary>
internal sealed class SourceProject
{
    /// <summary>The folder of the runtime.</summary>
    public const string Runtime = "Capsule.Runtime";

    /// <summary>The folder of the host.</summary>
    public const string AspNetCore = "hosts/Capsule.AspNetCore";

    private const string Controlled = "Capsule.Runtime, controlled";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly Dictionary<string, Lazy<SourceProject>> Projects = new()
    {
        [Runtime] = new(static () => new SourceProject(Runtime, [])),
        [Controlled] = new(static () => new SourceProject(Runtime, [], isControlled: true)),
        [AspNetCore] = new(static () => new SourceProject(AspNetCore, ["build/tasks/Narrowing"], references: typeof(CapsuleModel).Assembly.Location)),
    };

    private readonly string _folder;
    private readonly bool _isControlled;
    private readonly Dictionary<string, string> _texts;
    private readonly CSharpCompilation _compilation;

    private SourceProject(string folder, string[] more, bool isControlled = false, params string[] references)
    {
        _isControlled = isControlled;
        _folder = Path.Combine(Repository.Root, folder);
        Name = Path.GetFileName(folder);
        string generated = typeof(SourceProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == $"{Name}.Generated").Value!;
        string[] files =
        [
            .. ((string[])[_folder, generated, .. more.Select(static one => Path.Combine(Repository.Root, one))])
                .SelectMany(static one => Directory.EnumerateFiles(one, "*.cs", SearchOption.AllDirectories)),
            .. Directory.EnumerateFiles(Path.GetDirectoryName(generated)!, "*.GlobalUsings.g.cs"),
            .. Directory.EnumerateFiles(Path.GetDirectoryName(generated)!, "*.AssemblyInfo.cs"),
        ];
        IEnumerable<string> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Capsule.", StringComparison.Ordinal));
        _texts = files.ToDictionary(static file => file, File.ReadAllText);
        List<SyntaxTree> trees = [.. _texts.Select(one => Parse(one.Key, one.Value))];
        if (isControlled)
        {
            Assert.That(ControlledSource.Missing(_texts.Values), Is.Empty);
            trees.Add(CSharpSyntaxTree.ParseText(ControlledSource.Support, Language, "Controlled.cs"));
        }

        _compilation = CSharpCompilation.Create(
            Name,
            trees,
            platform.Concat(references).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The runtime, with its concurrency in the hands of a <see cref="ControlledScheduler"/>.</summary>
    public static SourceProject ControlledRuntime => Projects[Controlled].Value;

    /// <summary>The assembly's name.</summary>
    public string Name { get; }

    /// <param name="folder">In the repository.</param>
    public static SourceProject At(string folder) => Projects[folder].Value;

    /// <param name="fault">What is wrong in it, if anything is.</param>
    public byte[] Compile(PlantedFault? fault)
    {
        CSharpCompilation compilation = _compilation;
        if (fault is not null)
        {
            string file = Path.Combine(_folder, fault.File);
            SyntaxTree right = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
            compilation = compilation.ReplaceSyntaxTree(right, Parse(file, fault.In(_texts[file])));
        }

        using var assembly = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(assembly);
        Assert.That(result.Success, string.Join('\n', result.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Take(5)));
        return assembly.ToArray();
    }

    private SyntaxTree Parse(string file, string text) =>
        _isControlled ? ControlledSource.Read(file, text, Language) : CSharpSyntaxTree.ParseText(text, Language, file);
}
