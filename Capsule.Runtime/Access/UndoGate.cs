using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Access;

/// <summary>What a turn takes back, and what takes it back in its turn.</summary>
/// <param name="tree">Where it runs.</param>
/// <param name="ops">How many ops it has.</param>
/// <param name="find">Finds what an undo or a redo is to take back, or says why there is nothing.</param>
internal sealed class UndoGate(ModelTree tree, int ops, Func<Op, Inverse> find)
{
    private readonly List<Asked> _asked = [];
    private Inverse? _inverse;

    /// <summary>What takes the turn back.</summary>
    public Inverse Inverse => _inverse ?? Inverse.Nothing(_asked);

    /// <summary>Notes what the turn asked for and was allowed.</summary>
    public void Note(Asked asked) => _asked.Add(asked);

    /// <summary>What the op is to take back. It stands alone in its turn, because what takes back all of that is the answer to it.</summary>
    /// <exception cref="CapsuleException">There is nothing to take back, or it stands among other ops.</exception>
    public Inverse Take(Op op)
    {
        if (ops != 1)
        {
            throw new CapsuleException(ErrorCode.Invalid, "An undo or a redo is a turn of its own: send it without other ops.");
        }

        Inverse inverse = find(op);
        _asked.AddRange(inverse.Asked);
        return inverse;
    }

    /// <summary>Reads the log of the turn while it can be read.</summary>
    public void Read() => _inverse = Inverse.Of(tree, _asked);
}
