using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>How long turns take: while one runs, nothing else of the tree does.</summary>
internal sealed partial class LiveTree
{
    private TurnWatch Watch(string turn, IReadOnlyList<Op>? ops = null) => new(this, turn, ops, _services.Time.GetTimestamp());

    private static string NameOf(Op op) => op switch
    {
        CallOp call => $"{call.Method}()",
        _ => op.GetType().Name[..^2].ToLowerInvariant(),
    };

    /// <summary>Tells when the turn has ended if it took too long.</summary>
    private readonly struct TurnWatch(LiveTree tree, string turn, IReadOnlyList<Op>? ops, long start) : IDisposable
    {
        public void Dispose()
        {
            TimeSpan taken = tree._services.Time.GetElapsedTime(start);
            if (taken > tree._options.MaxTurnDuration)
            {
                string name = ops is null ? turn : $"{turn} ({string.Join(", ", ops.Select(NameOf))})";
                tree.LogSlowTurn(tree.Address, name, taken.TotalMilliseconds, tree._options.MaxTurnDuration.TotalMilliseconds);
            }
        }
    }
}
