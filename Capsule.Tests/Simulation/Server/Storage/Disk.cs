namespace Capsule.Tests.Simulation.Storage;

/// <summary>What outlives a process: the trees, and all entries that were ever written, also those that a snapshot made dispensable.</summary>
internal sealed class Disk
{
    private readonly List<JournalEntry> _written = [];

    public MemoryStore Trees { get; } = new();

    public IReadOnlyList<JournalEntry> Written => _written;

    /// <summary>Writes an entry, or says why not.</summary>
    public Exception? Write(TreeAddress tree, JournalEntry entry)
    {
        ValueTask appended = Trees.AppendAsync(tree, entry);
        if (appended.IsCompletedSuccessfully)
        {
            _written.Add(entry);
            return null;
        }

        return appended.AsTask().Exception!.InnerException;
    }
}
