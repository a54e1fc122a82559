using Capsule.Mirrors;

namespace Capsule.Build.Tasks;

/// <summary>One model's mirror, as an assembly carries it.</summary>
/// <param name="Name">Its name in TypeScript.</param>
/// <param name="Model">The full name of the C# class.</param>
/// <param name="Imports">The names of the other mirrors it uses, marked.</param>
/// <param name="TypeScript">Its text, without header and imports, marked.</param>
/// <param name="Assembly">The name of the assembly that carries it.</param>
internal sealed record Mirror(string Name, string Model, IReadOnlyList<string> Imports, string TypeScript, string Assembly)
{
    /// <summary>What stands among the imports for the functions of computed values. No mirror is called so: their names begin with a capital.</summary>
    private const string Computed = "computed";

    /// <summary>Of the model's own schema; empty for an abstract one.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The mirrors of what can stand right below it, marked.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>What it takes to be told of the marked parts, by number.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>Whether it calls the functions of computed values.</summary>
    public bool Computes => Imports.Contains(Computed);

    /// <summary>What it takes from other mirrors.</summary>
    public IEnumerable<MirrorImport> Others => MirrorImport.Join(Imports.Select(MarkedText.Whole).Where(import => import != Computed && import != Name).Select(MirrorImport.Parse));

    /// <summary>What can be narrowed.</summary>
    public MirrorParts Parts => new(Name, Hash, Requirements, Below, Imports, [TypeScript]);

    /// <summary>The same with what is left of it.</summary>
    public Mirror Narrowed(MirrorParts parts) => this with { Below = parts.Below, Imports = parts.Imports, TypeScript = parts.Texts[0] };

    /// <summary>The file it is written to.</summary>
    public string FileName => Name + ".ts";
}
