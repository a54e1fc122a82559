using Capsule.Protocol;

namespace Capsule.Tests.Concurrency;

/// <summary>One schedule of one scenario: a host, its store, its clock, its clients, and what they did wrong.</summary>
internal sealed class World
{
    private readonly List<string> _notes = [];
    private readonly List<Sitting> _sittings = [];
    private readonly List<string> _waiting = [];

    public World(int seed, WorkerPool pool)
    {
        Choices = new Choices(seed);
        Scheduler = new ControlledScheduler(Choices, pool);
        Time = new ControlledTime(Scheduler);
        Store = new ControlledStore(this);
        Host = new InProcessHost(
            [new RootDefinition(ModelType.Of<Quay>()) { CreateOnJoin = true }],
            Store,
            new InProcessHostOptions { TurnsPerSnapshot = 5, MaxUnconfirmedTurns = 3 },
            Time,
            new NotedLog(this));
    }

    public static TreeAddress Address { get; } = new("", "quay", "1");

    public Choices Choices { get; }

    public ControlledScheduler Scheduler { get; }

    public ControlledTime Time { get; }

    public ControlledStore Store { get; }

    public InProcessHost Host { get; }

    public IReadOnlyList<Sitting> Sittings => _sittings;

    public List<Participant> Participants { get; } = [];

    /// <summary>Whether the tree was deleted, and with it what was done.</summary>
    public bool WasDeleted { get; set; }

    public bool IsHostEnding { get; private set; }

    /// <summary>What went wrong first.</summary>
    public string? Failure { get; private set; }

    public IEnumerable<string> Notes => _notes;

    public IEnumerable<string> Waiting => _waiting;

    public void Note(string what) => _notes.Add(what);

    public void Fail(string what)
    {
        Note($"WRONG: {what}");
        Failure ??= what;
    }

    public void Sit(Sitting sitting) => _sittings.Add(sitting);

    /// <summary>A client.</summary>
    public Participant Client(string name, params string[] roles)
    {
        var participant = new Participant(this, name, new Guid(Participants.Count + 1, 0, 0, new byte[8]), CapsuleUser.Named(name, roles));
        Participants.Add(participant);
        return participant;
    }

    /// <summary>Lets these do their work at the same time.</summary>
    public async Task TogetherAsync(params (string Name, Func<Task> Work)[] actors)
    {
        Task[] running = [.. actors.Select(actor => Task.Factory.StartNew(() => ActAsync(actor.Name, actor.Work), CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap())];
        foreach (Task one in running)
        {
            await one;
        }
    }

    /// <summary>What somebody may fail at, because the host ends or the store fails meanwhile.</summary>
    public async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
            Note($"{what}: done");
        }
        catch (Exception exception) when (exception is CapsuleException or ObjectDisposedException or IOException or OperationCanceledException or StoreConflictException)
        {
            Note($"{what}: {exception.GetType().Name} {exception.Message}");
        }
    }

    public async Task DisposeHostAsync()
    {
        IsHostEnding = true;
        Note("the host is told to end");
        await Host.DisposeAsync();
        Note("the host has ended");
        Store.IsClosed = true;
        if (Store.Open > 0)
        {
            Fail($"the host has ended and waits for {Store.Open} answers of its store");
        }
    }

    private async Task ActAsync(string name, Func<Task> work)
    {
        _waiting.Add(name);
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            Fail($"{name}: {exception}");
        }
        finally
        {
            _waiting.Remove(name);
        }
    }
}
