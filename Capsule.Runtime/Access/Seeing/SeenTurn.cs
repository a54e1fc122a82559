using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>What a turn did to what one audience sees. Good as long as the turn is being committed.</summary>
internal sealed class SeenTurn
{
    private SeenTurn(List<SightEvent> structure, List<(CapsuleModel Model, int Subject, SightChange Change)> changes)
    {
        Structure = structure;
        Changes = changes;
    }

    /// <summary>What came, went and moved.</summary>
    public List<SightEvent> Structure { get; }

    /// <summary>What is told of attributes; with it which of the turn's models it is, -1 for one that the turn did not touch itself.</summary>
    public List<(CapsuleModel Model, int Subject, SightChange Change)> Changes { get; }

    /// <summary>Brings what the audience sees up to date.</summary>
    public static SeenTurn Follow(Sight sight, Questions questions)
    {
        List<SightEvent> structure = SightTurn.Follow(sight, questions);
        var asked = new SightChanges(sight, questions);
        var changes = new List<(CapsuleModel, int, SightChange)>();
        for (int subject = 0; subject < questions.Subjects.Length; subject++)
        {
            SightChange change = asked.Of(subject);
            if (change.IsAny)
            {
                changes.Add((questions.Subjects[subject].Model, subject, change));
            }
        }

        changes.AddRange(asked.OfOthers().Select(static other => (other.Model, -1, other.Change)));
        return new(structure, changes);
    }
}
