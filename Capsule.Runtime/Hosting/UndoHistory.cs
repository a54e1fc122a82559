using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>What the last turns of a tree's clients did, to take it back: in memory, bounded in number for each client and in bytes for all; the oldest is forgotten
/// first. Belongs to the tree's thread.</summary>
internal sealed class UndoHistory(InProcessHostOptions options)
{
    private readonly Dictionary<(Guid Client, long Turn), LinkedListNode<Entry>> _entries = [];
    private readonly Dictionary<Guid, LinkedList<LinkedListNode<Entry>>> _byClient = [];
    private readonly LinkedList<Entry> _byAge = [];
    private long _bytes;

    /// <summary>What an undo or a redo of a client is to take back.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: nothing is kept of that turn. <see cref="ErrorCode.Conflict"/>: it is undone already, or is not.</exception>
    public Inverse Find(Guid client, Op op)
    {
        (long turn, bool isUndone) = TurnOf(op);
        if (!_entries.TryGetValue((client, turn), out LinkedListNode<Entry>? entry))
        {
            throw new CapsuleException(
                ErrorCode.NotFound,
                $"Nothing is kept of a turn {turn} that could be taken back. The server keeps the last {options.MaxUndoTurns} turns of a client ({nameof(options.MaxUndoTurns)}) "
                + $"as long as it runs and there is room ({nameof(options.MaxUndoBytes)}); of turns that changed nothing which is stored, of refused turns and of calls that wait it keeps nothing.");
        }

        return entry.Value.IsUndone == isUndone
            ? entry.Value.Inverse
            : throw new CapsuleException(ErrorCode.Conflict, isUndone ? $"Turn {turn} is not undone." : $"Turn {turn} is undone already.");
    }

    /// <summary>Keeps what takes a turn back.</summary>
    /// <param name="client">Whose it was.</param>
    /// <param name="turn">Its number.</param>
    /// <param name="ops">What it asked for. Of an undo, what takes it back is kept as the redo of the turn that it undid.</param>
    /// <param name="inverse">What takes it back.</param>
    public void Keep(Guid client, long turn, IReadOnlyList<Op> ops, Inverse inverse)
    {
        if (ops is [UndoOp or RedoOp])
        {
            (long taken, bool wasUndone) = TurnOf(ops[0]);
            Add(new((client, taken), inverse, !wasUndone));
        }
        else
        {
            Add(new((client, turn), inverse, IsUndone: false));
        }

        while (_byClient.TryGetValue(client, out LinkedList<LinkedListNode<Entry>>? own) && own.Count > options.MaxUndoTurns)
        {
            Forget(own.First!.Value.Value.Key);
        }

        while (_bytes > options.MaxUndoBytes)
        {
            Forget(_byAge.First!.Value.Key);
        }
    }

    private static (long Turn, bool IsUndone) TurnOf(Op op) => op is RedoOp redo ? (redo.Turn, true) : (((UndoOp)op).Turn, false);

    private void Add(Entry entry)
    {
        Forget(entry.Key);
        LinkedListNode<Entry> node = _byAge.AddLast(entry);
        _entries.Add(entry.Key, node);
        if (!_byClient.TryGetValue(entry.Key.Client, out LinkedList<LinkedListNode<Entry>>? own))
        {
            _byClient.Add(entry.Key.Client, own = []);
        }

        entry.OfClient = own.AddLast(node);
        _bytes += entry.Inverse.Bytes;
    }

    private void Forget((Guid Client, long Turn) key)
    {
        if (_entries.Remove(key, out LinkedListNode<Entry>? entry))
        {
            _byAge.Remove(entry);
            LinkedList<LinkedListNode<Entry>> own = _byClient[key.Client];
            own.Remove(entry.Value.OfClient);
            if (own.Count == 0)
            {
                _byClient.Remove(key.Client);
            }

            _bytes -= entry.Value.Inverse.Bytes;
        }
    }

    private sealed record Entry((Guid Client, long Turn) Key, Inverse Inverse, bool IsUndone)
    {
        public LinkedListNode<LinkedListNode<Entry>> OfClient { get; set; } = null!;
    }
}
