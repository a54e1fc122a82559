namespace Capsule;

/// <summary>
/// Makes a partial property an ordered collection of models, owned by this one:
/// <c>[ChildCollection] public partial ModelCollection&lt;Card&gt; Cards { get; }</c>.
/// </summary>
/// <remarks>The property has a getter only; the collection is there from the start and is never replaced.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChildCollectionAttribute : Attribute;
