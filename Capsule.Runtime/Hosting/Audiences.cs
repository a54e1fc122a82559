using System.Security.Cryptography;
using System.Text;
using Capsule.Access.Seeing;
using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>The audiences of a tree: as few as there can be. Belongs to the tree's thread.</summary>
internal sealed class Audiences(ModelTree tree, FrameBuffer frames, InProcessHostOptions options)
{
    private readonly Views _views = tree.Root.ModelType.Views;
    private readonly List<Audience> _all = [];
    private readonly ChangePieces _pieces = new();
    private readonly ChangePieces _transientPieces = new();
    private readonly Slots _slots = new();

    /// <summary>The one that a user belongs to, for a session more.</summary>
    public Audience Enter(CapsuleUser user)
    {
        View view = _views.For(user);
        Audience? audience = _all.Find(one => one.View == view && (one.User is null || one.User.SeesLike(user)));
        if (audience is null)
        {
            Sight? sight = _views.HasRules || view.HidesPlaces ? new Sight(_slots, tree, view, user) : null;
            _all.Add(audience = new Audience(TagOf(view), view, sight));
        }

        audience.Members++;
        return audience;
    }

    /// <summary>A session less. An audience that nobody belongs to is told what happens for a while yet: whoever comes back to it then has missed no more than they missed.</summary>
    public void Leave(Audience audience)
    {
        audience.Members--;
        if (audience.Members == 0 && !_views.IsOpen)
        {
            audience.IdleSince = tree.Time.GetUtcNow();
            audience.State.Forget();
            ForgetIdle();
        }
    }

    /// <summary>What a turn did, as each audience sees it. Says whether it has a batch.</summary>
    public AudienceFrame[] Tell(TurnChanges changes, Questions? questions)
    {
        ForgetIdle();
        _pieces.Begin(questions?.Subjects.Length ?? 0);
        if (!changes.HasParts)
        {
            return [.. _all.Select(audience => new AudienceFrame(audience, audience.Tell(changes, frames, questions, _pieces)))];
        }

        _transientPieces.Begin(questions?.Subjects.Length ?? 0);
        TurnParts[] parts = [.. _all.Select(audience => audience.TellParts(changes, frames, questions, _pieces, _transientPieces))];

        // Who comes back gets batches: what came into somebody's sight, or went, has to be in one, whatever it was that a rule looked at.
        changes.IsNumbered |= Array.Exists(parts, static part => part.HasDurable);
        return [.. _all.Select((audience, index) => parts[index].ToFrame(audience, changes, frames))];
    }

    /// <summary>Those that nobody has come back to in time, and those that are too many.</summary>
    private void ForgetIdle()
    {
        if (_views.IsOpen || _all.FindAll(static audience => audience.Members == 0) is not { Count: > 0 } idle)
        {
            return;
        }

        DateTimeOffset latest = tree.Time.GetUtcNow() - options.ResumeTime;
        idle.Sort(static (one, other) => one.IdleSince.CompareTo(other.IdleSince));
        foreach (Audience audience in idle.Where((audience, index) => audience.IdleSince <= latest || idle.Count - index > options.MaxIdleViews))
        {
            _all.Remove(audience);
            audience.End();
        }
    }

    /// <summary>Where nobody's rules are asked, the same requirements mean the same view at all times; else only this audience has it.</summary>
    private string TagOf(View view) =>
        _views.IsOpen ? "all"
        : _views.HasRules ? ModelId.New().ToString()
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view.Key))[..8]);
}
