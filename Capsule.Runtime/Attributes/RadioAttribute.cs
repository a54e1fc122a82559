namespace Capsule;

/// <summary>
/// Lets this <c>bool</c> be true on one item of a collection at most, as one button of a group is pressed. Set to true, it becomes false on the item that had
/// it, in the same turn. An item that is added, moved or imported into a collection where another one has it loses it.
/// </summary>
/// <remarks>With <see cref="ClientEditableAttribute"/>, who may set it need not be allowed to edit the item that loses it. In a model that is in no collection it is
/// a <c>bool</c> like any other.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RadioAttribute : Attribute;
