namespace Capsule;

/// <summary>
/// Makes this attribute point at another model of the same tree: <c>public partial Person? Assignee { get; set; }</c>. It has an instance here and in the
/// mirror; the wire carries its id. The target belongs to whatever holds it, not to those who refer to it.
/// </summary>
/// <remarks>
/// <para>In a tree, only a model of that tree can be referred to: set to any other, it throws. A model that stands outside of trees may refer to whatever it
/// likes; at the end of the turn that puts it into one, its targets must be there, or the turn is undone.</para>
/// <para>When a target is removed, with something above it perhaps, what refers to it becomes null in the same turn, at its end: before the handlers of
/// <see cref="CapsuleModel.Changed"/> are told, and once more after each round of theirs. So what is removed and put back in one turn keeps what refers to
/// it; what a handler puts back does not. Until the turn ends, the property still gives the model that was removed. The rules of the models that lose a target
/// are not asked: nobody set anything there.</para>
/// <para>With <see cref="ClientEditableAttribute"/>, a client's id that the tree does not have after the op, or that is a model's of another class, is refused as
/// <see cref="ErrorCode.Invalid"/>.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceAttribute : Attribute;
