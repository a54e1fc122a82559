using Capsule.Internals;

namespace Capsule.Changes;

/// <summary>A computed value that somebody listens to: what it was before the running turn, and what was told in it.</summary>
internal sealed class ComputedWatch
{
    private object? _settled;
    private object? _told;

    public ComputedWatch(ComputedInfo computed, CapsuleModel model)
    {
        Computed = computed;
        _settled = _told = Value(model);
    }

    public ComputedInfo Computed { get; }

    public List<Action<AttributeChanged>> Handlers { get; } = [];

    /// <summary>Tells of another value than was told last.</summary>
    public bool Raise(CapsuleModel model)
    {
        object? previous = _told;
        object? value = Value(model);
        if (AttributeValue.Same(value, previous))
        {
            return false;
        }

        _told = value;
        foreach (Action<AttributeChanged> handler in Handlers.ToArray())
        {
            handler(new(model, Computed.Property, previous, value));
        }

        return true;
    }

    /// <summary>True if the value is another than before the turn.</summary>
    public bool Settle(CapsuleModel model)
    {
        object? previous = _settled;
        _settled = _told = Value(model);
        return !AttributeValue.Same(_settled, previous);
    }

    public void Forget() => _told = _settled;

    /// <summary>Where the expression fails there is no value: whoever reads the property gets the exception, whoever listens to it null.</summary>
    private object? Value(CapsuleModel model)
    {
        try
        {
            return Computed.Read(model);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
