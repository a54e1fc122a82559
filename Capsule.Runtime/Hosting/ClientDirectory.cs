namespace Capsule.Hosting;

/// <summary>The clients that a tree remembers, as many and for as long as it may; the one unused for longest is forgotten first. Belongs to the tree's thread.</summary>
internal sealed class ClientDirectory(InProcessHostOptions options, TimeProvider time)
{
    private readonly Dictionary<Guid, ClientTurns> _clients = [];

    /// <summary>Looks at this one alone: a tree that remembers many is joined as fast as any.</summary>
    public ClientTurns? Find(Guid client)
    {
        ClientTurns? found = _clients.GetValueOrDefault(client);
        if (found is null || !IsExpired(found, time.GetUtcNow()))
        {
            return found;
        }

        _clients.Remove(client);
        return null;
    }

    public ClientTurns Add(Guid client, string? user) => Add(client, user, time.GetUtcNow());

    /// <summary>Takes a client from a snapshot.</summary>
    public void Restore(ClientState state)
    {
        ClientTurns client = Add(new ClientTurns(state, options.MaxVerdictsPerClient));
        client.LastUsed = state.LastUsed == default ? time.GetUtcNow() : state.LastUsed;
    }

    /// <summary>Takes a turn from the journal: whose it was tells whose the client is, also if that was a guest before.</summary>
    public void Restore(JournalEntry entry, RecordedTurn turn)
    {
        ClientTurns client = _clients.GetValueOrDefault(turn.Client) ?? Add(turn.Client, entry.User, entry.Time);
        client.LastUsed = entry.Time;
        client.Record(turn);
        client.IsStored = true;
        if (CapsuleUser.IsGuestId(client.User))
        {
            client.User = entry.User;
        }
    }

    /// <summary>A client's session has ended.</summary>
    public void Left(ClientTurns client)
    {
        client.Connection = null;
        client.LastUsed = time.GetUtcNow();
    }

    /// <summary>What is known of all of them, for a snapshot; those that were away for too long are forgotten.</summary>
    public IReadOnlyList<ClientState> ToStates()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (ClientTurns expired in _clients.Values.Where(known => IsExpired(known, now)).ToArray())
        {
            _clients.Remove(expired.Client);
        }

        return [.. _clients.Values.Select(client => client.ToClientState(client.IsIdle ? client.LastUsed : now))];
    }

    private ClientTurns Add(Guid client, string? user, DateTimeOffset lastUsed) => Add(new ClientTurns(client, user, options.MaxVerdictsPerClient) { LastUsed = lastUsed });

    private ClientTurns Add(ClientTurns turns)
    {
        if (_clients.Count >= options.MaxClientsPerTree && _clients.Values.Where(static known => known.IsIdle).MinBy(known => known.LastUsed) is { } oldest)
        {
            _clients.Remove(oldest.Client);
        }

        _clients.Add(turns.Client, turns);
        return turns;
    }

    private bool IsExpired(ClientTurns client, DateTimeOffset now) => client.IsIdle && now - client.LastUsed > options.ClientRetention;
}
