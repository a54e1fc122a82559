using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>What methods that run in a turn take from services, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallServices
{
    /// <summary>The service for this parameter.</summary>
    public static TService Required<TService>(TurnContext turn, string parameter)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Services.Get<TService>(parameter);
    }

    /// <summary>The service for this parameter, or null where none is registered.</summary>
    public static TService? Optional<TService>(TurnContext turn, string parameter)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Services.Find<TService>(parameter);
    }
}
