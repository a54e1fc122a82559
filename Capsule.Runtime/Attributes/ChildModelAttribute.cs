namespace Capsule;

/// <summary>
/// Makes a partial property a single model, owned by this one:
/// <c>[ChildModel] public partial Author Author { get; }</c>.
/// </summary>
/// <remarks>The property has a getter only; the child is there from the start and is never replaced.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChildModelAttribute : Attribute;
