namespace Capsule.Build.Tasks;

/// <summary>What a member of a model is, in the order in which the report has them.</summary>
internal enum AccessKind
{
    Attribute,
    Computed,
    Child,
    Collection,
    Method,
}
