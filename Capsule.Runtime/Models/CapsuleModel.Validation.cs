using System.ComponentModel;
using Capsule.Changes;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>Checks the rules of System.ComponentModel.DataAnnotations on the attributes, then <see cref="ValidateModel"/>. Changes nothing.</summary>
    /// <param name="recurse">Checks all models below this one as well.</param>
    /// <returns>All failures; empty if there is none.</returns>
    /// <remarks>Setters do not validate, so server code can set in any order and check once; nor do <c>Mport</c> and <c>Apply</c>, which take in what once
    /// was good. What clients ask for is always checked, and refused as <see cref="ErrorCode.Invalid"/>.</remarks>
    public IReadOnlyList<ValidationFailure> Validate(bool recurse = false)
    {
        var failures = new List<ValidationFailure>();
        if (recurse)
        {
            Subtree.Visit(this, node => (node as CapsuleModel)?.Validate(failures));
        }
        else
        {
            Validate(failures);
        }

        return failures;
    }

    /// <summary>Rules about several attributes at once, or about what is below, beyond those on each attribute. Unless overridden there are none.</summary>
    /// <remarks>Asked by <see cref="Validate(bool)"/>, and at the end of a client's turn for each model that its ops, or the methods that they called, have set or added, and for the owner of each collection into
    /// which something came or from which it went, though not for those above it: any failure undoes the turn. What server code has left in a state that the rules object to, clients change only by turns that put it right.
    /// Synchronous, without effects.</remarks>
    protected internal virtual IEnumerable<ValidationFailure> ValidateModel() => [];

    /// <summary>Adds what the rules on the attribute with this number object to.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void ValidateAttribute(int attribute, List<string> messages)
    {
    }

    private void Validate(List<ValidationFailure> failures)
    {
        var messages = new List<string>();
        for (int attribute = 0; attribute < ModelType.Attributes.Length; attribute++)
        {
            ValidateAttribute(attribute, messages);
            foreach (string message in messages)
            {
                failures.Add(new(ModelType.Attributes[attribute].Name, message) { Model = this });
            }

            messages.Clear();
        }

        foreach (ValidationFailure failure in ValidateModel())
        {
            failures.Add(failure with { Model = this });
        }
    }
}
