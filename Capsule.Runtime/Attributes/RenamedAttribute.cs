namespace Capsule;

/// <summary>
/// Tells that a model, an attribute, a collection, a child or a method had another name on the wire before: stored data that still have it are read as
/// before. Keep it as long as there are such data.
/// </summary>
/// <remarks>Pages that were built before have to be loaded again, but for a method, which clients may go on calling by its former name. To rename in C#
/// alone, so that nobody notices, keep the name on the wire: <c>[JsonPropertyName("oldName")]</c> on a property, <c>[CapsuleModel("oldName")]</c> on a class.
/// After several renames write one for each name, the oldest first.</remarks>
/// <param name="name">The former name on the wire, as in JSON.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RenamedAttribute(string name) : Attribute
{
    /// <summary>The former name on the wire.</summary>
    public string Name { get; } = name;
}
