namespace Capsule;

/// <summary>Why something was refused, held back or ended: one closed set for verdicts, holds, errors and the end of a session.</summary>
/// <remarks>Its text on the wire is the name in camelCase; see <see cref="Capsule.Protocol.ErrorCodeText"/>.</remarks>
public enum ErrorCode
{
    /// <summary>A rule of the model says no to this user.</summary>
    Forbidden,

    /// <summary>No such model, collection, attribute, method or tree, or not for this user.</summary>
    NotFound,

    /// <summary>A value that fails validation, or a message, op or value that is malformed.</summary>
    Invalid,

    /// <summary>An id that is taken, a precondition that does not hold, or a turn number that was used for other ops.</summary>
    Conflict,

    /// <summary>A method threw. The exception stays on the server.</summary>
    Failed,

    /// <summary>Too many ops, too deep, or too many models.</summary>
    TooLarge,

    /// <summary>A turn came before its predecessor: send from the number that the hold names.</summary>
    Gap,

    /// <summary>Too much in too short a time.</summary>
    RateLimited,

    /// <summary>The tree is being loaded.</summary>
    NotReady,

    /// <summary>The tree has more work queued than it takes on.</summary>
    Busy,

    /// <summary>Nobody is signed in, and somebody has to be.</summary>
    Unauthenticated,

    /// <summary>The session's ticket ran out and was not renewed.</summary>
    Expired,

    /// <summary>Another session joined with the same client id.</summary>
    Superseded,

    /// <summary>The client was built for models that do not fit the server's.</summary>
    Schema,

    /// <summary>The server lets go of the tree: join again, perhaps elsewhere.</summary>
    Closing,
}
