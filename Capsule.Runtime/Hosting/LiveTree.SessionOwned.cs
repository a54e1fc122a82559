using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>What belongs to sessions, and goes when they have ended for good.</summary>
internal sealed partial class LiveTree
{
    /// <summary>Clients that are away and may come back to what is theirs.</summary>
    private readonly Dictionary<Guid, ITimer> _away = [];

    /// <summary>Why a session ended that nobody will take up again.</summary>
    private static bool IsFinal(ProtocolError? reason) => reason?.Code is ErrorCode.Forbidden or ErrorCode.NotFound or ErrorCode.Unauthenticated or ErrorCode.Schema;

    /// <summary>Waits for those that were there when the tree was last in use.</summary>
    private void AwaitOwners()
    {
        foreach (Guid client in _tree.Owners)
        {
            Await(client);
        }
    }

    /// <summary>A client's session has ended: what is its own goes, now if it said goodbye, and else if it does not come back.</summary>
    private void LetGo(Guid client, bool isForGood)
    {
        if (_tree.OwnedBy(client).Count == 0)
        {
            return;
        }

        if (isForGood || _options.SessionGrace <= TimeSpan.Zero)
        {
            RemoveOwned(client);
        }
        else
        {
            Await(client);
        }
    }

    private void Await(Guid client)
    {
        ComeBack(client);
        _away.Add(client, _tree.Time.CreateTimer(_ => Post(() => GiveUp(client)), null, _options.SessionGrace, Timeout.InfiniteTimeSpan));
    }

    /// <summary>It is there again, or nobody waits for it any more.</summary>
    private void ComeBack(Guid client)
    {
        if (_away.Remove(client, out ITimer? timer))
        {
            timer.Dispose();
        }
    }

    private void GiveUp(Guid client)
    {
        // One that came back meanwhile is no longer waited for.
        if (!_hasEnded && _away.ContainsKey(client))
        {
            ComeBack(client);
            RemoveOwned(client);
        }
    }

    private void RemoveOwned(Guid client) => Guard(nameof(SessionOwnedAttribute), () => Run(
        null,
        nameof(SessionOwnedAttribute),
        () =>
        {
            foreach (CapsuleModel item in _tree.OwnedBy(client))
            {
                // Another item can have held it.
                if (_tree.Registry.Holds(item))
                {
                    item.Collection!.RemoveItem(item);
                }
            }
        },
        static () => { }));

    private void EndWaiting()
    {
        foreach (ITimer timer in _away.Values)
        {
            timer.Dispose();
        }

        _away.Clear();
    }
}
