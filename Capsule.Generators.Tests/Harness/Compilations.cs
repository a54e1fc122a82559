using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Harness;

/// <summary>Small compilations against the real runtime.</summary>
internal static class Compilations
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Text.Json.Serialization;
        global using Capsule;
        """;

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Sample",
        [Parse(new("Usings.cs", GlobalUsings))],
        [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(CapsuleModel).Assembly.Location)],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    public static CSharpCompilation Create(params Source[] sources) => Empty.AddSyntaxTrees(sources.Select(Parse));

    /// <summary>The source as an assembly that others refer to, with what is generated for it.</summary>
    public static MetadataReference Library(string source)
    {
        using var assembly = new MemoryStream();
        Assert.That(GeneratorRun.Start(Create(new Source("Library.cs", source)).WithAssemblyName("Library")).Output.Emit(assembly).Success);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    public static SyntaxTree Parse(Source source) => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path);
}
