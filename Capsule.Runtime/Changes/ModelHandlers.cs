using System.ComponentModel;
using System.Numerics;

namespace Capsule.Changes;

/// <summary>Who listens to one model, and what they were told in the running turn.</summary>
internal sealed class ModelHandlers
{
    private readonly List<Subscription> _byAttribute = [];
    private Dictionary<int, object?>? _told;

    public event Action<ModelChanged>? Changed;

    /// <summary>The user interfaces that are bound to the model; the <see cref="Bindings"/> of its tree tell them.</summary>
    public PropertyChangedEventHandler? Bound { get; set; }

    /// <summary>Who listens to its computed values.</summary>
    public ComputedHandlers? Computed { get; set; }

    public IDisposable Add(int attribute, Action<AttributeChanged> handler)
    {
        var subscription = new Subscription(_byAttribute, attribute, handler);
        _byAttribute.Add(subscription);
        return subscription;
    }

    /// <summary>Tells what differs from what was told last; true if there was something.</summary>
    public bool Raise(CapsuleModel model)
    {
        List<AttributeChanged> changes = Untold(model);
        if (changes.Count == 0)
        {
            return false;
        }

        foreach (AttributeChanged change in changes)
        {
            int attribute = model.ModelType.IndexOfProperty(change.Attribute);
            foreach (Subscription subscription in _byAttribute.ToArray())
            {
                if (subscription.Attribute == attribute)
                {
                    subscription.Handler(change);
                }
            }
        }

        Changed?.Invoke(new ModelChanged(model, changes));
        return true;
    }

    public void Forget() => _told = null;

    private List<AttributeChanged> Untold(CapsuleModel model)
    {
        var changes = new List<AttributeChanged>();
        for (ulong rest = model.Kept; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            object? value = model.ValueOf(attribute);
            object? previous = _told is not null && _told.TryGetValue(attribute, out object? told)
                ? told
                : model.ValueBefore(attribute);
            if (model.Differs(attribute, previous))
            {
                (_told ??= [])[attribute] = value;
                changes.Add(new(model, model.ModelType.Attributes[attribute].Property, previous, value));
            }
        }

        return changes;
    }

    private sealed class Subscription(List<Subscription> all, int attribute, Action<AttributeChanged> handler) : IDisposable
    {
        public int Attribute => attribute;

        public Action<AttributeChanged> Handler => handler;

        public void Dispose() => all.Remove(this);
    }
}
