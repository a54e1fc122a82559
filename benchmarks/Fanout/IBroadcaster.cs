namespace Capsule.Benchmarks.Fanout;

/// <summary>Tells all who listen of changes, which are numbered from 1.</summary>
internal interface IBroadcaster : IDisposable
{
    /// <summary>Where listeners connect.</summary>
    string Address { get; }

    /// <summary>Whether listeners have to join.</summary>
    bool IsJoined { get; }

    /// <summary>Makes changes, one after the other.</summary>
    /// <param name="first">The first one's number.</param>
    /// <param name="count">How many.</param>
    /// <returns>Ends when more can be made: not all may have reached everybody.</returns>
    Task ChangeAsync(int first, int count);
}
