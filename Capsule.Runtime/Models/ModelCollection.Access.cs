using Capsule.Protocol;

namespace Capsule;

public abstract partial class ModelCollection
{
    /// <summary>Adds a model for a user, if this user may; otherwise nothing changes.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="data">JSON: an export, or an object with attributes.</param>
    /// <param name="place">Where; at the end unless said.</param>
    /// <returns>Whether it was done, and why not.</returns>
    public Verdict SafeAdd(CapsuleUser user, string data, Placement place = default) =>
        Owner.Tree.SafeApply(user, () => new AddOp(Id, RawJson.Parse(data), place));

    /// <summary>Moves an item of this collection, or of another one of the same class, for a user, if this user may.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="item">The item's id.</param>
    /// <param name="place">Where it is to stand afterwards; an index beyond the end means the end.</param>
    /// <returns>Whether it was done, and why not.</returns>
    public Verdict SafeMove(CapsuleUser user, ModelId item, Placement place) => Owner.Tree.SafeApply(user, () => new MoveOp(Id, item, place));
}
