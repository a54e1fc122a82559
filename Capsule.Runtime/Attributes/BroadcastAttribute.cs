namespace Capsule;

/// <summary>
/// Makes of a partial method a happening that is no state: a die was rolled, somebody waves. Calling it tells those who see the model, when the turn stands; the generator writes what it does. Nothing of it is stored, and whoever comes later
/// does not hear of it.
/// </summary>
/// <remarks>The mirror hears it as <c>broadcast:name</c>, with the arguments as one object. In a turn that is undone nothing is told.</remarks>
/// <example><c>[Broadcast] public partial void Rolled(int value, string by);</c></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BroadcastAttribute : Attribute;
