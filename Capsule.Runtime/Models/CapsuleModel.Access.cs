using System.ComponentModel;
using Capsule.Access;
using Capsule.Protocol;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>May this user see the model, and all below it? At the root it decides who joins, and ends the session of whoever no longer may; below, who is sent the model. Unless
    /// overridden, who sees what the model is in sees it; at the root the answer is no.</summary>
    /// <remarks>Synchronous, without effects; a rule that throws means no. Reads the model's own attributes and child models, those of the models above it, and the user: it is asked again when
    /// one of those changes, and whenever <see cref="InvalidateVisibility"/> says so.</remarks>
    protected internal virtual bool CanRead(CapsuleUser user) => Parent?.CanRead(user) ?? false;

    /// <summary>May this user set what clients may edit here, and call what is exposed? Unless overridden, the parent decides; at the root the
    /// answer is no. Asked before anything is changed.</summary>
    /// <remarks>Synchronous, without effects; a rule that throws means no. May read the whole tree.</remarks>
    protected internal virtual bool CanEdit(CapsuleUser user) => Parent?.CanEdit(user) ?? false;

    /// <summary>May this user add the item to this collection of this model? The item is in it already, in a turn that a no undoes. Unless
    /// overridden, as <see cref="CanEdit"/>.</summary>
    protected internal virtual bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) => CanEdit(user);

    /// <summary>May this user move the item within this collection of this model, into it or out of it? The item is where it was. Unless overridden, as
    /// <see cref="CanEdit"/>.</summary>
    protected internal virtual bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) => CanEdit(user);

    /// <summary>May this user remove this model from its collection? Unless overridden, as <see cref="CanEdit"/>.</summary>
    protected internal virtual bool CanRemove(CapsuleUser user) => CanEdit(user);

    /// <summary>May this user call this exposed method of this model? Unless overridden, as <see cref="CanEdit"/>.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="method">The method's name in C#.</param>
    protected internal virtual bool CanCall(CapsuleUser user, string method) => CanEdit(user);

    /// <summary>Asks the rule of a member that has one with <see cref="VisibleToAttribute"/>. For generated code.</summary>
    /// <param name="member">An attribute's number, 64 and a collection's, or 128 and a child's.</param>
    /// <param name="user">Who would see it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool Shows(int member, CapsuleUser user) => throw new ArgumentOutOfRangeException(nameof(member));

    /// <summary>Asks again, at the end of the running turn or of one of its own, who may see this model and what is below it: for rules that read what changes elsewhere.</summary>
    public void InvalidateVisibility() => Tree.InvalidateVisibility(this);

    /// <summary>Somebody's session has begun: in a turn of its own, before they get the state. On the root only; the host calls it.</summary>
    protected internal virtual void OnJoined(CapsuleSession session)
    {
    }

    /// <summary>Somebody's session has ended: in a turn of its own. On the root only; the host calls it.</summary>
    protected internal virtual void OnLeft(CapsuleSession session)
    {
    }

    /// <summary>Sets attributes for a user, if all of them may be set by this user; otherwise nothing changes.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="change">A JSON object: attribute to value.</param>
    /// <returns>Whether it was done, and why not.</returns>
    public Verdict SafeSet(CapsuleUser user, string change) => Safe(user, () => new SetOp(Id, RawJson.Parse(change)));

    /// <summary>Sets an attribute back to its declared initial value for a user.</summary>
    /// <inheritdoc cref="SafeSet"/>
    public Verdict SafeUnset(CapsuleUser user, string attribute) => Safe(user, () => new UnsetOp(Id, attribute));

    /// <summary>Removes this model, and all below it, for a user.</summary>
    /// <inheritdoc cref="SafeSet"/>
    public Verdict SafeDelete(CapsuleUser user) => Safe(user, () => new DeleteOp(Id));

    /// <summary>Calls an exposed method for a user.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="method">The method's name on the wire.</param>
    /// <param name="arguments">A JSON array with the arguments.</param>
    /// <param name="services">Where the method's <see cref="FromServicesAttribute"/> parameters come from, as it is: a host makes a scope for each call, this does not.</param>
    /// <returns>Whether it was done, with the result as JSON, and why not.</returns>
    public Verdict SafeCall(CapsuleUser user, string method, string arguments = "[]", IServiceProvider? services = null) =>
        Safe(user, () => new CallOp(Id, method, RawJson.Parse(arguments)), services);

    private Verdict Safe(CapsuleUser user, Func<Op> op, IServiceProvider? services = null) => Tree.SafeApply(user, op, services);
}
