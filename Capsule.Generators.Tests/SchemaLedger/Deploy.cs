using Capsule.Build.Tasks;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>A build of some models, beside the ledger that the one before it wrote.</summary>
internal sealed class Deploy
{
    private readonly LedgerCopy _copy;

    private Deploy(string source, string ledger, bool accepts)
    {
        Source = source;
        _copy = new LedgerCopy(ledger, accepts);
        Run = GeneratorRun.Start(Compilations.Create(source), _copy);
        Entries = [.. Run.Output.Assembly.GetAttributes().Where(one => one.AttributeClass!.Name == "CapsuleLedgerAttribute").Select(one =>
            new LedgerModel(Text(one, 0), Text(one, 1), Text(one, 2)))];
        Ledger = Entries.Count == 0 ? "" : LedgerText.Compose(Entries);
    }

    public string Source { get; }

    public GeneratorRun Run { get; }

    public IReadOnlyList<LedgerModel> Entries { get; }

    /// <summary>What the build writes.</summary>
    public string Ledger { get; }

    /// <summary>What breaks something and was not accepted, a line each.</summary>
    public string[] Problems => [.. Entries.SelectMany(entry => entry.Problems.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    public IReadOnlyList<Diagnostic> Findings => Analysis.ByOurs(Run.Output, _copy);

    /// <summary>The first build, which finds no ledger.</summary>
    public static Deploy First(string source) => new(source, "", accepts: false);

    /// <summary>A build beside a ledger that somebody has edited.</summary>
    public static Deploy Beside(string ledger, string source, bool accepts = false) => new(source, ledger, accepts);

    public Deploy Then(string source, bool accepts = false) => new(source, Ledger, accepts);

    /// <summary>The same build again, without need.</summary>
    public Deploy Again() => new(Source, Ledger, accepts: false);

    /// <summary>The hash of a model's schema as its mirror has it.</summary>
    public string HashOf(string model)
    {
        string file = Run.Files[$"{model}.g.cs"];
        int start = file.IndexOf("hash: 0x", StringComparison.Ordinal) + "hash: 0x".Length;
        return file.Substring(start, 16);
    }

    /// <summary>What the ledger is to have of one model.</summary>
    public string Of(string model) => Entries.Single(entry => entry.Name == model).Text;

    private static string Text(AttributeData attribute, int argument) => (string)attribute.ConstructorArguments[argument].Value!;
}
