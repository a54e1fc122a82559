using Capsule.Tests.Faults;

namespace Capsule.Tests.Concurrency;

/// <summary>Mistakes that somebody could make in the host, and the scenario in which each shows: under some schedules only.</summary>
internal static class ExplorationFaults
{
    private const string Hosting = "Hosting/";

    public static IReadOnlyDictionary<PlantedFault, string> All { get; } = new Dictionary<PlantedFault, string>
    {
        [new("Who was joining as the tree ended is not told", Hosting + "LiveTree.Sessions.cs", "_joining.Add(connection);", "")] = "closing",
        [new("Who stops waiting takes the tree from the others", Hosting + "InProcessHost.cs",
            "entry.Value is not { IsCompletedSuccessfully: true, Result: not null })",
            "(cancellationToken.IsCancellationRequested || entry.Value is not { IsCompletedSuccessfully: true, Result: not null }))")] = "cancelled",
        [new("The release line lets go what others wait before", Hosting + "ReleaseLine.cs", "if (_held.Count == 0 && confirmed", "if (confirmed")] = "leaving",
        [new("A session hears batches before its state", Hosting + "LiveTree.Sessions.cs", """
                    _line.Add(() =>
                    {
                        before();
                        Deliver(connection, new Delivery(message, IsState: true));
            """, "before(); _line.Add(() => { Deliver(connection, new Delivery(message, IsState: true));")] = "leaving",
        [new("A host that has ended loads a tree", Hosting + "InProcessHost.cs", """
                    ObjectDisposedException.ThrowIf(_isDisposed, this);
                    return await
            """, "return await")] = "closing",
        [new("The end of the host does not wait for its trees", Hosting + "InProcessHost.cs", """
            goodbye: true);
                            await live.Completion.ConfigureAwait(false);
            """, "goodbye: true);")] = "closing",
        [new("Who waits for an answer is not told that the store failed", Hosting + "LiveTree.cs", "in _waiting.ToArray())", "in Array.Empty<Action<ProtocolError>>())")] = "failing",
    };
}
