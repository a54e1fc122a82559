namespace Capsule.Changes;

/// <summary>A model with a before-image. (A list of a struct: one of a class would check the type of each model that it takes.)</summary>
internal readonly record struct DirtyModel(CapsuleModel Model);
