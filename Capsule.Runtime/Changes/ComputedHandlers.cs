namespace Capsule.Changes;

/// <summary>Who listens to the computed values of one model.</summary>
internal sealed class ComputedHandlers(CapsuleModel model)
{
    private readonly List<ComputedWatch> _watches = [];

    public IDisposable Add(ComputedInfo computed, Action<AttributeChanged> handler)
    {
        ComputedWatch watch = WatchOf(computed);
        watch.Handlers.Add(handler);
        return new Subscription(watch, handler);
    }

    /// <summary>A user interface wants to hear of all of them.</summary>
    public void Bind()
    {
        foreach (ComputedInfo computed in model.ComputedValues)
        {
            _ = WatchOf(computed);
        }
    }

    /// <summary>Tells what differs from what was told last; true if there was something.</summary>
    public bool Raise(TouchedMembers touched)
    {
        bool raised = false;
        foreach (ComputedWatch watch in _watches.ToArray())
        {
            raised |= touched.Meets(watch.Computed) && watch.Raise(model);
        }

        return raised;
    }

    /// <summary>The turn stands. Gives the properties whose values it changed.</summary>
    public IEnumerable<string> Settle(TouchedMembers touched) =>
        _watches.Where(watch => touched.Meets(watch.Computed) && watch.Settle(model)).Select(watch => watch.Computed.Property);

    /// <summary>The turn is undone.</summary>
    public void Forget() => _watches.ForEach(static watch => watch.Forget());

    private ComputedWatch WatchOf(ComputedInfo computed)
    {
        ComputedWatch? watch = _watches.Find(watch => watch.Computed == computed);
        if (watch is null)
        {
            _watches.Add(watch = new ComputedWatch(computed, model));
        }

        return watch;
    }

    private sealed class Subscription(ComputedWatch watch, Action<AttributeChanged> handler) : IDisposable
    {
        public void Dispose() => watch.Handlers.Remove(handler);
    }
}
