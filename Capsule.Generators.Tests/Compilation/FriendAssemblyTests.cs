using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Compilation;

/// <summary>C# wants other modifiers on overrides where the runtime's internals are visible.</summary>
public sealed class FriendAssemblyTests
{
    [TestCase("Capsule.Tests")]
    [TestCase("Anyone.Else")]
    public void Models_compile_whether_or_not_they_see_the_internals_of_the_runtime(string assembly)
    {
        CSharpCompilation compilation = Compilations.Create(Examples.Card).WithAssemblyName(assembly);
        Assert.That(GeneratorRun.Of(compilation).Output.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error), Is.Empty);
    }
}
