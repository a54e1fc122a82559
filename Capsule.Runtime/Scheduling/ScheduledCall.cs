using Capsule.Protocol;

namespace Capsule;

/// <summary>A method that a tree calls when its time has come. Part of the tree, stored with it. Immutable.</summary>
/// <param name="Id">Names it, for <see cref="ModelTree.Unschedule"/>.</param>
/// <param name="Due">When.</param>
/// <param name="Model">Of which model.</param>
/// <param name="Method">The method's wire name.</param>
/// <param name="Arguments">A JSON array.</param>
public sealed record ScheduledCall(ModelId Id, DateTimeOffset Due, ModelId Model, string Method, RawJson Arguments);
