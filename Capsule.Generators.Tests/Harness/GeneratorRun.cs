using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Harness;

/// <summary>A run of the generator, after which further ones can follow.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        Input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Microsoft.CodeAnalysis.Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = (CSharpCompilation)output;
        Result = _driver.GetRunResult().Results.Single();
        Assert.That(Result.Exception, Is.Null);
        Assert.That(diagnostics, Is.Empty);
    }

    public CSharpCompilation Input { get; }

    /// <summary>The compilation with what was generated.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>Runs on the sources, and once more to see that nothing is computed twice.</summary>
    public static GeneratorRun Of(params Source[] sources) => Of(Compilations.Create(sources));

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        GeneratorRun run = Start(compilation);
        Assert.That(run.Again(compilation.Clone()).Reasons(), Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged));
        return run;
    }

    /// <summary>Runs once.</summary>
    public static GeneratorRun Start(CSharpCompilation compilation, LedgerCopy? ledger = null) => new(CreateDriver(ledger), compilation);

    /// <summary>Runs the same driver on another compilation.</summary>
    public GeneratorRun Again(CSharpCompilation compilation) => new(_driver, compilation);

    /// <summary>Runs the same driver on the same compilation, beside another ledger.</summary>
    public GeneratorRun Beside(LedgerCopy former, LedgerCopy ledger) =>
        new(_driver.ReplaceAdditionalText(former, ledger).WithUpdatedAnalyzerConfigOptions(ledger.Options), Input);

    /// <summary>Why each output of the tracked steps, and each generated file, is as it is.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons() =>
        OwnSteps().Concat(Result.TrackedOutputSteps).SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    public IEnumerable<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps[step].SelectMany(one => one.Outputs).Select(output => output.Reason);

    /// <summary>The values of the tracked steps.</summary>
    public IEnumerable<object> Values() => OwnSteps().SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Value);

    /// <summary>The models as they are written.</summary>
    public IEnumerable<Models.ModelSpec> Models => Result.TrackedSteps[TrackingNames.Resolved].SelectMany(step => step.Outputs).Select(output => (Models.ModelSpec)output.Value);

    private IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> OwnSteps() =>
        Result.TrackedSteps.Where(step => TrackingNames.All.Contains(step.Key));

    private static CSharpGeneratorDriver CreateDriver(LedgerCopy? ledger) => CSharpGeneratorDriver.Create(
        [new CapsuleGenerator().AsSourceGenerator()],
        additionalTexts: ledger is null ? [] : [ledger],
        parseOptions: Compilations.ParseOptions,
        optionsProvider: ledger?.Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
