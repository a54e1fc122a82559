namespace Capsule.Hosting;

/// <summary>The clients that a tree remembers, as many as it may; the one unused for longest is forgotten first. Belongs to the tree's thread.</summary>
internal sealed class ClientDirectory(InProcessHostOptions options, TimeProvider time)
{
    private readonly Dictionary<Guid, ClientTurns> _clients = [];

    public ClientTurns? Find(Guid client)
    {
        if (!_clients.TryGetValue(client, out ClientTurns? turns))
        {
            return null;
        }

        turns.LastUsed = time.GetUtcNow();
        return turns;
    }

    public ClientTurns Add(Guid client, string? user) => Add(new ClientTurns(client, user, options.MaxVerdictsPerClient));

    public ClientTurns Add(ClientState state) => Add(new ClientTurns(state, options.MaxVerdictsPerClient));

    /// <summary>Takes a turn from the journal: whose it was tells whose the client is, also if that was a guest before.</summary>
    public void Restore(RecordedTurn turn, string? user)
    {
        ClientTurns client = Find(turn.Client) ?? Add(turn.Client, user);
        client.Record(turn);
        client.IsStored = true;
        if (CapsuleUser.IsGuestId(client.User))
        {
            client.User = user;
        }
    }

    public IReadOnlyList<ClientState> ToStates() => [.. _clients.Values.Select(client => client.ToClientState())];

    private ClientTurns Add(ClientTurns turns)
    {
        if (_clients.Count >= options.MaxClientsPerTree && _clients.Values.Where(known => known is { Connection: null, Running: null }).MinBy(known => known.LastUsed) is { } oldest)
        {
            _clients.Remove(oldest.Client);
        }

        turns.LastUsed = time.GetUtcNow();
        _clients.Add(turns.Client, turns);
        return turns;
    }
}
