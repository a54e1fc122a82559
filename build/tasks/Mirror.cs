namespace Capsule.Build.Tasks;

/// <summary>One model's mirror, as an assembly carries it.</summary>
/// <param name="Name">Its name in TypeScript.</param>
/// <param name="Model">The full name of the C# class.</param>
/// <param name="Imports">The names of the other mirrors it uses.</param>
/// <param name="TypeScript">Its text, without header and imports.</param>
/// <param name="Assembly">The name of the assembly that carries it.</param>
internal sealed record Mirror(string Name, string Model, IReadOnlyList<string> Imports, string TypeScript, string Assembly)
{
    /// <summary>What stands among the imports for the functions of computed values. No mirror is called so: their names begin with a capital.</summary>
    private const string Computed = "computed";

    /// <summary>Whether it calls the functions of computed values.</summary>
    public bool Computes => Imports.Contains(Computed);

    /// <summary>The names of the other mirrors.</summary>
    public IEnumerable<string> Others => Imports.Where(import => import != Computed && import != Name).Distinct();

    /// <summary>The file it is written to.</summary>
    public string FileName => Name + ".ts";
}
