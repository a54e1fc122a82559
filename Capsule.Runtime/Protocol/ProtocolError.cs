namespace Capsule.Protocol;

/// <summary>What was wrong, where, and the way out: the member <c>error</c> of verdicts, errors and endings. Immutable.</summary>
/// <param name="Code">The kind of error.</param>
/// <param name="Message">A text for people.</param>
/// <param name="Op">The index of the op in its turn; null where it is not about one op.</param>
/// <param name="Attribute">The wire name of the attribute; null where it is not about one.</param>
public sealed record ProtocolError(ErrorCode Code, string Message, int? Op = null, string? Attribute = null);
