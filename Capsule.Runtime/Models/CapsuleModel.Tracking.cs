using System.ComponentModel;
using Capsule.Changes;
using Capsule.Internals;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>All bits: nothing needs to be kept, because nobody could want it back. A model is untracked outside of a tree and in the turn
    /// that adds it. Bit 63 belongs to no attribute, so no set of changed attributes looks like this.</summary>
    internal const ulong Untracked = ulong.MaxValue;

    /// <summary>One bit for each attribute whose old value the running turn has kept.</summary>
    private ulong _kept = Untracked;

    /// <summary>The chain of the values that the running turn has kept of this model.</summary>
    private int _before = KeptValues.None;

    internal ulong Kept => _kept;

    /// <summary>True for a model that the running turn added, or that is in no tree.</summary>
    internal bool IsUntracked => _kept == Untracked;

    /// <summary>Shows the attribute with this number to an exchange, and sets it to what comes back.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Exchange(int attribute, ref AttributeExchange exchange) => throw new ArgumentOutOfRangeException(nameof(attribute));

    /// <summary>Which of the kept attributes really differ from what was kept.</summary>
    internal ulong Differences()
    {
        ulong differing = 0;
        KeptValues kept = OwningTree!.Log.Kept;
        var exchange = AttributeExchange.With(kept, AttributeUse.CompareWithKept);
        for (int entry = _before; entry != KeptValues.None; entry = kept.After(entry))
        {
            int attribute = kept.AttributeOf(entry);
            exchange.Entry(entry);
            Exchange(attribute, ref exchange);
            differing |= exchange.Differs ? 1UL << attribute : 0;
        }

        return differing;
    }

    /// <summary>The attribute's value.</summary>
    internal object? ValueOf(int attribute)
    {
        var exchange = AttributeExchange.With(value: null, AttributeUse.Show);
        Exchange(attribute, ref exchange);
        return exchange.Shown;
    }

    /// <summary>The value of a kept attribute before the turn.</summary>
    internal object? ValueBefore(int attribute)
    {
        KeptValues kept = OwningTree!.Log.Kept;
        var exchange = AttributeExchange.With(kept, AttributeUse.ShowKept);
        exchange.Entry(kept.Find(attribute, _before));
        Exchange(attribute, ref exchange);
        return exchange.Shown;
    }

    /// <summary>Whether the attribute has another value than this.</summary>
    internal bool Differs(int attribute, object? value)
    {
        var exchange = AttributeExchange.With(value, AttributeUse.CompareWithShown);
        Exchange(attribute, ref exchange);
        return exchange.Differs;
    }

    /// <summary>Sets the attribute to a value of its type.</summary>
    internal void Put(int attribute, object? value)
    {
        var exchange = AttributeExchange.With(value, AttributeUse.Put);
        Exchange(attribute, ref exchange);
    }

    /// <summary>Keeps the value that an attribute has before it is set; true if that opened a turn, which has to be ended after it.</summary>
    private bool Keep<T>(T value, int attribute)
    {
        ModelTree tree = OwningTree!;
        bool opened = tree.OpenTurn();
        if (_before == KeptValues.None)
        {
            tree.Log.Dirty.Add(new DirtyModel(this, 0));
        }

        tree.Log.Kept.Add(attribute, value, ref _before);
        _kept |= 1UL << attribute;
        return opened;
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
        _before = KeptValues.None;
        OwningTree = null;
    }

    /// <summary>The turn is over: what is, stays.</summary>
    internal void Settle()
    {
        _before = KeptValues.None;
        _kept = 0;
    }

    /// <summary>The turn is undone. Writes the old values through the setters, which track nothing meanwhile.</summary>
    internal void RollBack()
    {
        _kept = Untracked;
        KeptValues kept = OwningTree!.Log.Kept;
        var exchange = AttributeExchange.With(kept, AttributeUse.Restore);
        for (int entry = _before; entry != KeptValues.None; entry = kept.After(entry))
        {
            exchange.Entry(entry);
            Exchange(kept.AttributeOf(entry), ref exchange);
        }

        Settle();
    }
}
