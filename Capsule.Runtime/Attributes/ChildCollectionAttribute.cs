namespace Capsule;

/// <summary>
/// Makes a partial property an ordered collection of models, owned by this one:
/// <c>[ChildCollection] public partial ModelCollection&lt;Card&gt; Cards { get; }</c>.
/// </summary>
/// <remarks>The property has a getter only; the collection is there from the start and is never replaced.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChildCollectionAttribute : Attribute
{
    /// <summary>Who may add, move and remove items, beside what the rules say: roles, with commas between; a user needs one of them. Null: any.</summary>
    public string? Roles { get; set; }

    /// <summary>The name of an authorization policy that has to hold for that. Null: none.</summary>
    public string? Policy { get; set; }
}
