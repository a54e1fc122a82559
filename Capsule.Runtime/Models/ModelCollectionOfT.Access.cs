using System.Runtime.CompilerServices;

namespace Capsule;

public partial class ModelCollection<TModel>
{
    /// <summary>May this user add the item? It is in the collection already, in a turn that a no undoes. Unless overridden, the owner's
    /// <see cref="CapsuleModel.CanAdd"/> decides.</summary>
    /// <remarks>Synchronous, without effects; a rule that throws means no.</remarks>
    protected virtual bool CanAdd(CapsuleUser user, TModel item) => Owner.CanAdd(user, this, item);

    /// <summary>May this user move the item within this collection, into it or out of it? The item is where it was. Unless overridden, the owner's
    /// <see cref="CapsuleModel.CanMove"/> decides.</summary>
    /// <inheritdoc cref="CanAdd" path="/remarks"/>
    protected virtual bool CanMove(CapsuleUser user, TModel item) => Owner.CanMove(user, this, item);

    /// <summary>May this user remove the item? Unless overridden, the item's <see cref="CapsuleModel.CanRemove"/> decides.</summary>
    /// <inheritdoc cref="CanAdd" path="/remarks"/>
    protected virtual bool CanRemove(CapsuleUser user, TModel item) => item.CanRemove(user);

    internal sealed override bool MayAdd(CapsuleUser user, CapsuleModel item) => CanAdd(user, Unsafe.As<TModel>(item));

    internal sealed override bool MayMove(CapsuleUser user, CapsuleModel item) => CanMove(user, Unsafe.As<TModel>(item));

    internal sealed override bool MayRemove(CapsuleUser user, CapsuleModel item) => CanRemove(user, Unsafe.As<TModel>(item));
}
