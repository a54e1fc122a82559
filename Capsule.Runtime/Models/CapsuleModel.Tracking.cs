using System.ComponentModel;
using System.Runtime.CompilerServices;
using Capsule.Internals;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>All bits: nothing needs to be kept, because nobody could want it back. A model is untracked outside of a tree and in the turn
    /// that adds it. Bit 63 belongs to no attribute, so no set of changed attributes looks like this.</summary>
    internal const ulong Untracked = ulong.MaxValue;

    /// <summary>One bit for each attribute whose old value the running turn has kept.</summary>
    private ulong _kept = Untracked;

    /// <summary>The old values of the running turn; null while no attribute was set in it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal BeforeImage? ChangedImage { get; private set; }

    internal ulong Kept => _kept;

    /// <summary>True for a model that the running turn added, or that is in no tree.</summary>
    internal bool IsUntracked => _kept == Untracked;

    /// <summary>Asks what has to happen around the write of an attribute; opens a turn where none is running.</summary>
    /// <param name="attribute">Its bit.</param>
    /// <param name="isOwnTurn">Whether a turn was opened, which <see cref="EndChange"/> has to end after the write.</param>
    /// <returns>Whether the old value has to be kept in the before-image first; otherwise it is kept already, or nobody wants it.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool BeginChange(ulong attribute, out bool isOwnTurn)
    {
        isOwnTurn = false;
        return (_kept & attribute) == 0 && Track(attribute, out isOwnTurn);
    }

    /// <summary>Ends the turn that <see cref="BeginChange"/> opened.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void EndChange() => OwningTree!.Commit();

    /// <summary>An empty before-image of this class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract BeforeImage CreateBeforeImage();

    /// <summary>Which of the kept attributes really differ from the image.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ulong Differences(BeforeImage image, ulong kept);

    /// <summary>Writes the kept values back.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Restore(BeforeImage image, ulong kept);

    /// <summary>The attribute's value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual object? ValueOf(int attribute) => throw new ArgumentOutOfRangeException(nameof(attribute));

    /// <summary>The attribute's value in the image.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual object? ValueBefore(BeforeImage image, int attribute) => throw new ArgumentOutOfRangeException(nameof(attribute));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Track(ulong attribute, out bool isOwnTurn)
    {
        ModelTree tree = OwningTree!;
        isOwnTurn = tree.OpenTurn();
        ChangedImage ??= tree.Log.Rent(this);
        _kept |= attribute;
        return true;
    }

    /// <summary>From now on, changes are kept.</summary>
    internal void StartTracking()
    {
        if (IsUntracked)
        {
            _kept = 0;
        }
    }

    /// <summary>The model is out of its tree.</summary>
    internal void StopTracking()
    {
        _kept = Untracked;
        ChangedImage = null;
        OwningTree = null;
    }

    /// <summary>The turn is over: what is, stays. Gives the image back.</summary>
    internal BeforeImage Settle()
    {
        BeforeImage image = ChangedImage!;
        ChangedImage = null;
        _kept = 0;
        return image;
    }

    /// <summary>The turn is undone. Writes the old values through the setters, which track nothing meanwhile; gives the image back.</summary>
    internal BeforeImage RollBack()
    {
        ulong kept = _kept;
        _kept = Untracked;
        Restore(ChangedImage!, kept);
        return Settle();
    }
}
