namespace Capsule.Access;

/// <summary>What a turn does with the call of an asynchronous method: nothing else may be in it, because it has an end of its own.</summary>
/// <param name="ops">How many ops the turn has.</param>
/// <param name="take">Gets the call; null where nobody could run it.</param>
internal sealed class AsyncGate(int ops, Action<PreparedCall>? take)
{
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the call cannot be made here.</exception>
    public void Take(PreparedCall call)
    {
        if (take is null)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"'{call.Method}' is asynchronous and changes the tree by calls of its own: only a host can run it.");
        }

        if (ops != 1)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"'{call.Method}' is asynchronous and runs outside of any turn: send it as a turn of its own, without other ops.");
        }

        take(call);
    }
}
