using System.Reflection;
using System.Runtime.Loader;
using Capsule.Tests.Concurrency;
using Capsule.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Tests.Faults;

/// <summary>The runtime, compiled with a fault in it, and these tests on top of it: both are loaded beside the ones that run.</summary>
internal sealed class FaultyRuntime : AssemblyLoadContext
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Texts = new(ReadTexts);

    private static readonly Lazy<IReadOnlyDictionary<string, SyntaxTree>> Sources = new(static () => Parse(isControlled: false));

    private static readonly Lazy<FaultyRuntime> Controlled = new(static () => new FaultyRuntime(Compile(null, isControlled: true)));

    private static readonly Lazy<IReadOnlyDictionary<string, SyntaxTree>> ControlledSources = new(static () => Parse(isControlled: true));

    private readonly byte[] _runtime;
    private readonly AssemblyDependencyResolver _resolver = new(typeof(FaultyRuntime).Assembly.Location);

    private FaultyRuntime(byte[] runtime)
        : base(isCollectible: true) => _runtime = runtime;

    /// <summary>Runs a public static method of a class of these tests, as it runs where the runtime has the fault.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="type">The class.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What it takes: nothing of this runtime's.</param>
    public static object? Run(PlantedFault fault, Type type, string method, params object[] arguments) => Run(Compile(fault, isControlled: false), type, method, arguments);

    /// <summary>The same, and the host's concurrency is in the hands of a <see cref="ControlledScheduler"/>.</summary>
    /// <param name="fault">What is wrong; null for nothing.</param>
    public static object? RunControlled(PlantedFault? fault, Type type, string method, params object[] arguments) =>
        fault is null ? Controlled.Value.Invoke(type, method, arguments) : Run(Compile(fault, isControlled: true), type, method, arguments);

    private static object? Run(byte[] runtime, Type type, string method, object[] arguments)
    {
        var context = new FaultyRuntime(runtime);
        try
        {
            return context.Invoke(type, method, arguments);
        }
        finally
        {
            context.Unload();
        }
    }

    private object? Invoke(Type type, string method, object[] arguments)
    {
        Type same = LoadFromAssemblyPath(type.Assembly.Location).GetType(type.FullName!)!;
        return same.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, arguments);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == "Capsule.Runtime")
        {
            using var stream = new MemoryStream(_runtime);
            return LoadFromStream(stream);
        }

        return assemblyName.Name!.StartsWith("Capsule.", StringComparison.Ordinal) && _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(path)
            : null;
    }

    /// <summary>The runtime with a fault in it, as an assembly.</summary>
    public static byte[] Compile(PlantedFault fault) => Compile(fault, isControlled: false);

    private static byte[] Compile(PlantedFault? fault, bool isControlled)
    {
        var trees = (isControlled ? ControlledSources : Sources).Value.ToDictionary();
        if (fault is not null)
        {
            string file = Path.Combine(Repository.Root, "Capsule.Runtime", fault.File);
            string text = Texts.Value[file];
            Assert.That(text.Split(fault.Right), Has.Length.EqualTo(2), $"'{fault.Right}' stands in {fault.File} once");
            trees[file] = Parse(file, text.Replace(fault.Right, fault.Wrong), isControlled);
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Capsule.Runtime",
            trees.Values,
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => !Path.GetFileName(path).StartsWith("Capsule.", StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(assembly);
        Assert.That(result.Success, string.Join('\n', result.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Take(5)));
        return assembly.ToArray();
    }

    private static Dictionary<string, SyntaxTree> Parse(bool isControlled)
    {
        var trees = Texts.Value.ToDictionary(static one => one.Key, one => Parse(one.Key, one.Value, isControlled));
        if (isControlled)
        {
            Assert.That(ControlledSource.Missing(Texts.Value.Values), Is.Empty);
            trees.Add("Controlled.cs", CSharpSyntaxTree.ParseText(ControlledSource.Support, Language, "Controlled.cs"));
        }

        return trees;
    }

    private static SyntaxTree Parse(string file, string text, bool isControlled) =>
        isControlled ? ControlledSource.Read(file, text, Language) : CSharpSyntaxTree.ParseText(text, Language, file);

    private static Dictionary<string, string> ReadTexts()
    {
        string generated = typeof(FaultyRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static one => one.Key == "RuntimeGeneratedFiles").Value!;
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Capsule.Runtime"), "*.cs", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.GetDirectoryName(generated)!, "*.GlobalUsings.g.cs"),
            .. Directory.EnumerateFiles(Path.GetDirectoryName(generated)!, "*.AssemblyInfo.cs"),
        ];
        return files.ToDictionary(static file => file, File.ReadAllText);
    }
}
