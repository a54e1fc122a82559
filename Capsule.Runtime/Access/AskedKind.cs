namespace Capsule.Access;

/// <summary>Which rule an op met.</summary>
internal enum AskedKind
{
    Edit,
    Add,
    Remove,
    Move,
    Call,
}
