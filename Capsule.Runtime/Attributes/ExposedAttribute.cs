namespace Capsule;

/// <summary>
/// Lets clients call this method, those of them to whom the model's <c>CanCall</c> says yes, and other servers through a
/// <c>ModelHandle</c>, by a generated extension method.
/// </summary>
/// <remarks>
/// <para>The method is public, not generic and not overloaded. Its arguments and its result have types that attributes may have; a <c>TurnContext</c> and parameters with
/// <see cref="FromServicesAttribute"/> are filled by the host and are not on the wire. An argument that C# lets be left out can be left out by clients too. A method for servers
/// alone is <see cref="ServerCallableAttribute"/>.</para>
/// <para>It runs in a turn, which is synchronous. One that waits for something is static, returns a task, and takes a <c>TreeHandle</c> first, by which it changes the tree in turns of
/// their own; a <c>ModelId</c> among its parameters is the model's, a <c>CapsuleUser</c> who asked, and a <c>CancellationToken</c> is cancelled when the tree ends. Its verdict comes at its
/// end; if the process dies before, it is answered as failed, and not run again.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExposedAttribute : Attribute
{
    /// <summary>Roles, with commas between; a client needs one of them as well. Null: any.</summary>
    public string? Roles { get; set; }

    /// <summary>The name of an authorization policy that has to hold for a client as well. Null: none.</summary>
    public string? Policy { get; set; }
}
