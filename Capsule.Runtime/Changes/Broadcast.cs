namespace Capsule.Changes;

/// <summary>A happening that the running turn is to tell of.</summary>
/// <param name="Model">What it happened to.</param>
/// <param name="Name">On the wire.</param>
/// <param name="Data">An object.</param>
internal readonly record struct Broadcast(CapsuleModel Model, string Name, RawJson Data);
