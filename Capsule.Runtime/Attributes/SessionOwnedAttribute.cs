namespace Capsule;

/// <summary>
/// Lets the items of this child collection belong to the session that adds them: a cursor, somebody who is here, a card that is being edited. They go when that session has ended for good: at once where the client said
/// goodbye, and else, so that a lost connection does no harm, when it has not come back in time (<c>InProcessHostOptions.SessionGrace</c>).
/// </summary>
/// <remarks>An item belongs to a session if a turn of its client added it, by an op or in a method, or if <c>OnJoined</c> did. What server code adds on its own belongs to nobody and stays. Items of a stored
/// collection go after a crash of the server too. Whose an item is, no client is told.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionOwnedAttribute : Attribute;
