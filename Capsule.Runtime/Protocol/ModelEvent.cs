namespace Capsule.Protocol;

/// <summary>What happened to a model or a collection, one step of a batch. Immutable, as are all kinds of it.</summary>
public abstract record ModelEvent
{
    private protected ModelEvent()
    {
    }
}

/// <summary>Attributes have new values.</summary>
/// <param name="Id">The model.</param>
/// <param name="Data">An object: attribute to value, only those that differ from before the turn.</param>
public sealed record ChangeEvent(ModelId Id, RawJson Data) : ModelEvent;

/// <summary>A model, with all below it, is in a collection now.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="At">Its index, 0 or more.</param>
/// <param name="Data">The model's xport.</param>
public sealed record AddEvent(ModelId Collection, int At, RawJson Data) : ModelEvent;

/// <summary>A model, with all below it, is gone from a collection.</summary>
/// <param name="Id">The model.</param>
/// <param name="Collection">The collection.</param>
public sealed record RemoveEvent(ModelId Id, ModelId Collection) : ModelEvent;

/// <summary>An item stands elsewhere.</summary>
/// <param name="Collection">The collection in which it stands now.</param>
/// <param name="Id">The item.</param>
/// <param name="NewPosition">Its index there, 0 or more.</param>
/// <param name="From">The collection in which it stood before; null if it is the same.</param>
public sealed record MoveEvent(ModelId Collection, ModelId Id, int NewPosition, ModelId? From = null) : ModelEvent;

/// <summary>Something happened that is no state: it changes nothing. In a <see cref="TransientFrame"/> only.</summary>
/// <param name="Id">The model.</param>
/// <param name="Name">What, in camelCase.</param>
/// <param name="Data">An object: what there is to say of it.</param>
public sealed record BroadcastEvent(ModelId Id, string Name, RawJson Data) : ModelEvent;

/// <summary>A nullable child model was replaced.</summary>
/// <param name="Id">The parent.</param>
/// <param name="Name">The wire name of the child.</param>
/// <param name="Data">The new child's xport, or the JSON <c>null</c>.</param>
public sealed record ChildEvent(ModelId Id, string Name, RawJson Data) : ModelEvent;
