using Capsule.Changes;

namespace Capsule;

public abstract partial class CapsuleModel
{
    private ModelHandlers? _handlers;

    /// <summary>Raised at the end of a turn, still inside it, when attributes of this model differ from before: once a turn, and once more for what
    /// the handlers themselves changed. A handler that throws undoes the turn. Effects on the outside belong in
    /// <see cref="ModelTree.Published"/>, which comes when the turn can no longer be undone.</summary>
    public event Action<ModelChanged>? Changed
    {
        add => Handlers.Changed += value;
        remove => Handlers.Changed -= value;
    }

    /// <summary>As <see cref="Changed"/>, for one attribute, and before it; or for one <see cref="ComputedAttribute">computed</see> value, of which <see cref="Changed"/> does not
    /// tell: when a turn has changed what it is computed from, and it is another. Where its expression fails, it counts as null.</summary>
    /// <param name="attribute">The property: <c>nameof(Title)</c>.</param>
    /// <param name="handler">Gets the old and the new value.</param>
    /// <returns>Dispose it to stop listening.</returns>
    /// <exception cref="ArgumentException">The class has no such attribute.</exception>
    public IDisposable On(string attribute, Action<AttributeChanged> handler)
    {
        int index = ModelType.IndexOfProperty(attribute);
        return index >= 0
            ? Handlers.Add(index, handler)
            : OnComputed(attribute, handler)
                ?? throw new ArgumentException($"{ModelType.ClrType.Name} has no attribute {attribute}. Name one of its tracked properties with nameof.", nameof(attribute));
    }

    internal ModelHandlers? HandlersOrNone => _handlers;

    /// <summary>Listening needs a tree, whose turns tell what changed: a model that stands alone gets one.</summary>
    private ModelHandlers Handlers
    {
        get
        {
            _ = TrackingTree;
            return _handlers ??= new ModelHandlers();
        }
    }
}
