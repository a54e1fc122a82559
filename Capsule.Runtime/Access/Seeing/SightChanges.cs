using System.Numerics;

namespace Capsule.Access.Seeing;

/// <summary>
/// Which attributes a turn changed of what an audience goes on seeing: those that differ, those that a rule now shows or hides, and references whose target came into sight or went out of it. A
/// change of what is not to be seen is none: a reference that points from one hidden model to another was null and is null.
/// </summary>
internal sealed class SightChanges(Sight sight, Questions questions)
{
    /// <summary>What is told of references because their targets came into sight or went out of it; null where there is nothing.</summary>
    private readonly Dictionary<CapsuleModel, ulong>? _turned = sight is { HasTurned: true, Tree.HasReferences: true } ? TurnedReferences(sight) : null;

    /// <summary>What is told of one of the turn's subjects. The sight has followed the turn already; each is asked for once.</summary>
    public SightChange Of(int subject)
    {
        (CapsuleModel model, ulong differing, bool isAsked) = questions.Subjects[subject];
        if (!sight.Sees(model))
        {
            return default;
        }

        ref Told told = ref sight.ToldOf(model);
        if (told.EnteredIn == sight.Turn)
        {
            return default;
        }

        ulong before = told.Attributes;
        if (isAsked && model.ModelType.RuledAttributes != 0)
        {
            told.Attributes = sight.AttributesOf(model);
        }

        ulong shown = told.Attributes & ~before;
        ulong values = (told.Attributes & before & differing) | shown;
        ulong references = values & model.ModelType.ReferenceAttributes;
        if (_turned?.Remove(model, out ulong turned) == true)
        {
            references |= turned & told.Attributes;
        }

        values &= ~references;
        for (ulong rest = references; rest != 0; rest &= rest - 1)
        {
            ulong bit = rest & (~rest + 1);
            values |= IsAnother(model, BitOperations.TrailingZeroCount(bit), (differing & bit) != 0, (before & bit) != 0) ? bit : 0;
        }

        return new(values, before & ~told.Attributes);
    }

    /// <summary>What is told of other models: references of theirs alone.</summary>
    public IEnumerable<(CapsuleModel Model, SightChange Change)> OfOthers()
    {
        foreach ((CapsuleModel model, ulong attributes) in _turned ?? [])
        {
            if (sight.Sees(model) && sight.ToldOf(model).EnteredIn != sight.Turn)
            {
                ulong told = 0;
                for (ulong rest = attributes & sight.ToldOf(model).Attributes; rest != 0; rest &= rest - 1)
                {
                    ulong bit = rest & (~rest + 1);
                    told |= IsAnother(model, BitOperations.TrailingZeroCount(bit), differs: false, wasShown: true) ? bit : 0;
                }

                if (told != 0)
                {
                    yield return (model, new(told, 0));
                }
            }
        }
    }

    private static Dictionary<CapsuleModel, ulong> TurnedReferences(Sight sight)
    {
        var turned = new Dictionary<CapsuleModel, ulong>(ReferenceEqualityComparer.Instance);
        foreach (CapsuleModel target in sight.Entered.Concat(sight.Left))
        {
            foreach (Reference reference in sight.Tree.References.ReferrersOf(target))
            {
                turned[reference.Model] = turned.GetValueOrDefault(reference.Model) | (1UL << reference.Attribute);
            }
        }

        return turned;
    }

    /// <summary>Whether a reference shows something else than it did.</summary>
    private bool IsAnother(CapsuleModel model, int attribute, bool differs, bool wasShown)
    {
        var now = (CapsuleModel?)model.ValueOf(attribute);
        var former = differs ? (CapsuleModel?)model.ValueBefore(attribute) : now;
        ModelId told = wasShown && former is not null && sight.Saw(former) ? former.Id : default;
        ModelId shows = now is not null && sight.Sees(now) ? now.Id : default;
        return told != shows;
    }
}
