namespace Capsule.Changes;

/// <summary>A model that the turn set attributes of. (A list of a struct: one of a class would check the type of each model that it takes.)</summary>
/// <param name="Differing">The attributes, as bits, whose value really differs from before; known from the moment the turn settles.</param>
internal readonly record struct DirtyModel(CapsuleModel Model, ulong Differing);
