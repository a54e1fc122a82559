using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Names of generated files: the full metadata name of the class.</summary>
internal static class HintNames
{
    /// <summary>The compiler tells names of files apart without regard to case; names that differ in nothing else need more than that.</summary>
    public static EquatableArray<string> FindAmbiguous(ImmutableArray<string> names, CancellationToken cancellation) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Count() > 1)
            .SelectMany(static group => group)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    public static string NameOf(ModelSpec model, CancellationToken cancellation) => model.MetadataName;

    /// <param name="model">The class.</param>
    /// <param name="ambiguous">The names that differ from another in case only.</param>
    /// <param name="ending">What follows the name.</param>
    public static string Of(ModelSpec model, EquatableArray<string> ambiguous, string ending)
    {
        string name = string.Concat(model.MetadataName.Select(Allowed));
        return ambiguous.Contains(model.MetadataName) ? $"{name}-{CaseOf(model.MetadataName)}{ending}" : name + ending;
    }

    private static string Allowed(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '.' or '+' or '_' or '`' ? letter.ToString() : $"-{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}";

    private static string CaseOf(string name) =>
        name.Aggregate(new StringBuilder(), static (text, letter) => text.Append(char.IsUpper(letter) ? '1' : '0')).ToString();
}
