namespace Capsule.Hosting;

/// <summary>An export for those who join, and the batches since; made anew when those have grown to a quarter of it. Belongs to the tree's thread.</summary>
internal sealed class StateCache
{
    private readonly List<ReadOnlyMemory<byte>> _batches = [];
    private RawJson _state;
    private long _seq;
    private int _batchBytes;

    /// <summary>The batches since the state, as frames.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Batches => _batches;

    /// <summary>How large the state was when it was last made; as large as can be where it never was.</summary>
    public int Bytes { get; private set; } = int.MaxValue;

    /// <summary>The state and the number of the last batch in it.</summary>
    /// <param name="tree">Whose.</param>
    /// <param name="xport">Makes it.</param>
    /// <param name="atLeast">The batches that have to be in it: a client that has them must not be led back to a time before them, where what it shows
    /// came and went.</param>
    public (RawJson State, long Seq) Get(ModelTree tree, Func<RawJson> xport, long atLeast)
    {
        if (_state.IsAbsent || _seq < Math.Min(atLeast, tree.Seq))
        {
            Forget();
            _state = xport();
            _seq = tree.Seq;
            Bytes = _state.Utf8.Length;
        }

        return (_state, _seq);
    }

    public void Add(ReadOnlyMemory<byte> batch)
    {
        if (_state.IsAbsent || batch.IsEmpty)
        {
            return;
        }

        _batches.Add(batch);
        _batchBytes += batch.Length;
        if (_batchBytes > _state.Utf8.Length / 4)
        {
            Forget();
        }
    }

    public void Forget()
    {
        _state = default;
        _batches.Clear();
        _batchBytes = 0;
    }
}
