namespace Capsule;

/// <summary>
/// Makes a partial property a single model, owned by this one:
/// <c>[ChildModel] public partial Author Author { get; }</c>.
/// </summary>
/// <remarks>With a getter only, the child is there from the start and is never replaced. With a setter, it can be:
/// <c>[ChildModel] public partial Author? Author { get; set; }</c> starts as null; not nullable, it starts as a new one. What is replaced leaves the tree with
/// all below it. Clients do not replace children; a method that they call may.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChildModelAttribute : Attribute;
