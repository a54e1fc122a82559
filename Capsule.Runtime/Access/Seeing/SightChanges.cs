using System.Numerics;
using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>
/// Which attributes a turn changed of what an audience goes on seeing: those that differ, those that a rule now shows or hides, and references whose target came into sight or went out of it. A
/// change of what is not to be seen is none: a reference that points from one hidden model to another was null and is null.
/// </summary>
internal sealed class SightChanges
{
    private readonly Sight _sight;
    private readonly Questions _questions;
    private readonly Dictionary<CapsuleModel, SightChange> _changes = new(ReferenceEqualityComparer.Instance);
    private readonly List<CapsuleModel> _order = [];

    private SightChanges(Sight sight, Questions questions)
    {
        _sight = sight;
        _questions = questions;
    }

    /// <summary>The changes, one for each model. The sight has followed the turn already.</summary>
    public static IEnumerable<(CapsuleModel Model, SightChange Change)> Of(Sight sight, Questions questions)
    {
        var changes = new SightChanges(sight, questions);
        foreach (DirtyModel dirty in sight.Tree.Log.Dirty)
        {
            changes.Take(dirty.Model, dirty.Differing);
        }

        foreach (CapsuleModel model in questions.Models)
        {
            changes.Take(model, 0);
        }

        if (sight.Tree.HasReferences)
        {
            changes.TakeReferrers();
        }

        return changes._order.Select(model => (model, changes._changes[model])).Where(static one => one.Item2.IsAny);
    }

    private void Take(CapsuleModel model, ulong differing)
    {
        if (_changes.ContainsKey(model) || _sight.Find(model) is not { } seen || seen.EnteredIn == _sight.Turn)
        {
            return;
        }

        ulong before = seen.Attributes;
        if (_questions.Ask(model) && model.ModelType.RuledAttributes != 0)
        {
            seen.Attributes = _sight.AttributesOf(model);
        }

        ulong references = model.ModelType.ReferenceAttributes;
        ulong shown = seen.Attributes & ~before;
        ulong values = (seen.Attributes & before & differing & ~references) | (shown & ~references);
        for (ulong rest = references & seen.Attributes & (differing | shown); rest != 0; rest &= rest - 1)
        {
            ulong bit = rest & (~rest + 1);
            values |= IsAnother(model, BitOperations.TrailingZeroCount(bit), (differing & bit) != 0, (before & bit) != 0) ? bit : 0;
        }

        Note(model, new SightChange(values, before & ~seen.Attributes));
    }

    private void TakeReferrers()
    {
        foreach (CapsuleModel target in _sight.Entered.Concat(_sight.Left))
        {
            foreach (Reference reference in _sight.Tree.References.ReferrersOf(target))
            {
                ulong bit = 1UL << reference.Attribute;
                if (_sight.Find(reference.Model) is { } seen && seen.EnteredIn != _sight.Turn && (seen.Attributes & bit) != 0 && !IsNoted(reference.Model, bit)
                    && !WasSet(reference.Model, bit) && _sight.Saw(target) != _sight.Sees(target))
                {
                    Note(reference.Model, new SightChange(bit, 0));
                }
            }
        }
    }

    private bool IsNoted(CapsuleModel model, ulong bit) => _changes.TryGetValue(model, out SightChange change) && ((change.Values | change.Nulls) & bit) != 0;

    /// <summary>Whether the turn wrote to the attribute, which was looked at already.</summary>
    private bool WasSet(CapsuleModel model, ulong bit) => _sight.Tree.Log.Dirty.Exists(dirty => dirty.Model == model && (dirty.Differing & bit) != 0);

    /// <summary>Whether a reference shows something else than it did.</summary>
    private bool IsAnother(CapsuleModel model, int attribute, bool differs, bool wasShown)
    {
        var now = (CapsuleModel?)model.ValueOf(attribute);
        var former = differs ? (CapsuleModel?)model.ValueBefore(attribute) : now;
        ModelId told = wasShown && former is not null && _sight.Saw(former) ? former.Id : default;
        ModelId shows = now is not null && _sight.Sees(now) ? now.Id : default;
        return told != shows;
    }

    private void Note(CapsuleModel model, SightChange change)
    {
        if (_changes.TryGetValue(model, out SightChange noted))
        {
            _changes[model] = new(noted.Values | change.Values, noted.Nulls | change.Nulls);
        }
        else
        {
            _changes.Add(model, change);
            _order.Add(model);
        }
    }
}
