using System.Collections.Immutable;
using Capsule.Generators.Ledger;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Diagnostics;

/// <summary>The ledger that a compilation is compared with, and how what is found is reported.</summary>
internal sealed class LedgerOfCompilation
{
    private readonly string _path;
    private readonly SourceText _text;
    private readonly bool _accepts;

    private LedgerOfCompilation(string path, SourceText text, bool accepts)
    {
        _path = path;
        _text = text;
        _accepts = accepts;
        Reading = LedgerReader.Read(text.ToString());
    }

    public LedgerReading Reading { get; }

    public static LedgerOfCompilation? Find(AnalyzerOptions options, CancellationToken cancellation) =>
        options.AdditionalFiles.Select(file => Of(file, options, cancellation)).FirstOrDefault(static one => one is not null);

    /// <summary>Null for a file that is no ledger.</summary>
    public static LedgerOfCompilation? Of(AdditionalText file, AnalyzerOptions options, CancellationToken cancellation) =>
        LedgerParser.OriginalOf(file, options.AnalyzerConfigOptionsProvider) is { } path
            ? new(path, file.GetText(cancellation) ?? SourceText.From(""), LedgerParser.Accepts(options.AnalyzerConfigOptionsProvider))
            : null;

    /// <summary>An error, or, where this build accepts what breaks something, a warning.</summary>
    public Diagnostic Create(DiagnosticDescriptor descriptor, Location place, params object[] arguments) => Diagnostic.Create(
        descriptor, place, _accepts ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, additionalLocations: null, properties: null, arguments);

    /// <summary>That a former name is no longer told of; the code fix finds the name in it.</summary>
    public Diagnostic CreateForgotten(Location place, string symbol, string name) => Diagnostic.Create(
        Descriptors.ForgottenName,
        place,
        _accepts ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        additionalLocations: null,
        ImmutableDictionary<string, string?>.Empty.Add("FormerName", name),
        symbol,
        name);

    /// <summary>In the file that people see, of which the compiler has a copy.</summary>
    public Location PlaceOf(int start, int end)
    {
        TextSpan span = TextSpan.FromBounds(start, end);
        return Location.Create(_path, span, _text.Lines.GetLinePositionSpan(span));
    }
}
