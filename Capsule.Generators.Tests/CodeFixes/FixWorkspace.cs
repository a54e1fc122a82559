using System.Collections.Immutable;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.CodeFixes;

/// <summary>A project in an editor, in which fixes are asked for and applied.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();

    public FixWorkspace(params Source[] sources)
    {
        CSharpCompilation compilation = Compilations.Create(sources);
        Project project = _workspace.AddProject("Sample", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithParseOptions(Compilations.ParseOptions)
            .WithCompilationOptions(compilation.Options);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetRoot(), filePath: tree.FilePath).Project;
        }

        Project = project;
    }

    /// <summary>The schema ledger, if one is kept.</summary>
    public string? Ledger { get; init; }

    public Project Project { get; private set; }

    public Document Document(string name) => Project.Documents.Single(one => one.Name == name);

    public async Task<string> TextOf(string name) => (await Document(name).GetTextAsync()).ToString();

    /// <summary>What the analyzers find in the project as it is now, beside what the generator makes of it.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Findings() => Analysis.ByOurs(await Output(), Ledger is null ? null : new LedgerCopy(Ledger));

    /// <summary>What the compiler objects to, missing documentation aside: the small sources have none.</summary>
    public async Task<IEnumerable<Diagnostic>> Errors() => (await Output()).GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning && one.Id != "CS1591");

    /// <summary>What the editor offers for the one finding.</summary>
    public async Task<IReadOnlyList<CodeAction>> Offers(CodeFixProvider provider)
    {
        var offers = new List<CodeAction>();
        foreach (Diagnostic finding in (await Findings()).Where(one => provider.FixableDiagnosticIds.Contains(one.Id)))
        {
            Document document = Project.GetDocument(finding.Location.SourceTree)!;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offers.Add(action), CancellationToken.None));
        }

        return offers;
    }

    /// <summary>Applies "Fix All" over the scope, started from a document.</summary>
    public async Task FixAll(CodeFixProvider provider, FixAllScope scope, string startedIn)
    {
        CodeAction offer = (await Offers(provider))[0];
        var context = new FixAllContext(
            Document(startedIn), provider, scope, offer.EquivalenceKey!, provider.FixableDiagnosticIds, new FoundDiagnostics(this), CancellationToken.None);
        await Apply((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public async Task Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Project = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(Project.Id)!;
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<CSharpCompilation> Output() => GeneratorRun.Start((CSharpCompilation)(await Project.GetCompilationAsync())!).Output;
}
