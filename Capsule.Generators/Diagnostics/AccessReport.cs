using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Diagnostics;

/// <summary>
/// Which models and members the access report has. It is Markdown: below the heading of a model its full name is the first word in backticks, and below that a row of a table is a member.
/// </summary>
internal sealed class AccessReport
{
    private const string Metadata = "build_metadata.AdditionalFiles.CapsuleAccess";

    private static readonly SymbolDisplayFormat FullName = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal);

    private AccessReport(string name, SourceText text)
    {
        Name = name;
        HashSet<string>? members = null;
        foreach (TextLine line in text.Lines)
        {
            string content = line.ToString();
            if (content.StartsWith("## ", StringComparison.Ordinal))
            {
                members = null;
            }
            else if (members is null && content.StartsWith("`", StringComparison.Ordinal))
            {
                _members[Quoted(content, 0)] = members = new(StringComparer.Ordinal);
            }
            else if (content.StartsWith("| `", StringComparison.Ordinal))
            {
                members?.Add(Quoted(content, "| ".Length));
            }
        }
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Null where none is kept.</summary>
    public static AccessReport? Find(AnalyzerOptions options, CancellationToken cancellation) =>
        options.AdditionalFiles.FirstOrDefault(file => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Metadata, out string? mark) && mark.Length > 0) is { } file
            && file.GetText(cancellation) is { } text
            ? new(Path.GetFileName(file.Path), text)
            : null;

    public bool Has(INamedTypeSymbol model) => _members.ContainsKey(model.ToDisplayString(FullName));

    public bool Has(INamedTypeSymbol model, ISymbol member) => _members[model.ToDisplayString(FullName)].Contains(member.Name);

    /// <summary>What stands between the backtick at a place and the next one.</summary>
    private static string Quoted(string line, int start)
    {
        int end = line.IndexOf('`', start + 1);
        return end < 0 ? "" : line.Substring(start + 1, end - start - 1);
    }
}
