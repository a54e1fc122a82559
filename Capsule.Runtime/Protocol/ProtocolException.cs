namespace Capsule.Protocol;

/// <summary>A message that is not what the protocol allows. No other exception leaves the readers of this namespace, whatever the bytes.</summary>
public sealed class ProtocolException : Exception
{
    /// <summary>Says what was wrong and, where it is known, in which turn.</summary>
    public ProtocolException(ProtocolError error, RefusedTurn? turn = null)
        : base(error.Message)
    {
        Error = error;
        Turn = turn;
    }

    /// <summary>The error as it goes back to the sender.</summary>
    public ProtocolError Error { get; }

    /// <summary>The turn whose ops could not be read, where at least its number could: it is answered by a verdict, and anything else by an
    /// <see cref="ErrorFrame"/>.</summary>
    public RefusedTurn? Turn { get; }
}
