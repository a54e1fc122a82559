namespace Capsule.Tests.Concurrency;

/// <summary>
/// Runs tasks one at a time, in an order that a seed decides. A task that begins, or goes on after an await, is a step; within a step, another can come in between wherever
/// <see cref="Point"/> is called.
/// </summary>
/// <remarks>Each step that is begun and has not ended has a thread of its own, and only one thread ever runs: it hands over to the next by itself.</remarks>
internal sealed class ControlledScheduler : TaskScheduler, IDisposable
{
    [ThreadStatic]
    private static Worker? _current;

    private readonly Choices _choices;
    private readonly WorkerPool _pool;
    private readonly SemaphoreSlim _idle = new(0);
    private readonly List<Step> _ready = [];
    private volatile bool _isRunning;
    private volatile bool _isLent;
    private int _next;

    public ControlledScheduler(Choices choices, WorkerPool pool)
    {
        _choices = choices;
        _pool = pool;
    }

    /// <summary>Work of the host that ran, or went on, somewhere else.</summary>
    public string? Escape { get; private set; }

    /// <summary>A number that is the same whenever the same steps were taken.</summary>
    public int Trace { get; private set; }

    /// <summary>How many times it was decided what goes on.</summary>
    public int Steps { get; private set; }

    /// <summary>Lets another step come in between, if the seed wants that. Called by the host's own statements, where it is compiled for these tests.</summary>
    public static void Point()
    {
        if (Current is ControlledScheduler scheduler && _current is { } worker)
        {
            scheduler.Point(worker);
        }
        else if (_current?.Scheduler is { } left)
        {
            left.Escape ??= $"a step runs under {Current}: {Environment.StackTrace}";
        }
        else
        {
            WorkerPool.Stray ??= Environment.StackTrace;
        }
    }

    /// <summary>Another thread does it while this one waits, as the host wants it: what comes of it does not come in the midst of what this one does.</summary>
    public static void Lend(Action work)
    {
        var scheduler = (ControlledScheduler)Current;
        scheduler._isLent = true;
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Default).GetAwaiter().GetResult();
        scheduler._isLent = false;
    }

    /// <summary>Runs this, and all that comes of it, until nothing is left that could go on.</summary>
    public Task Run(Func<Task> program)
    {
        Task task = Task.Factory.StartNew(program, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();
        _isRunning = true;
        _pool.Take().Begin(this, Take(_choices.Next(_ready)));
        if (!_idle.Wait(TimeSpan.FromSeconds(60)))
        {
            throw new InvalidOperationException("A thread waits for what only another step could do.");
        }

        _isRunning = false;
        return task;
    }

    /// <summary>Runs one step, and then those that need no other thread.</summary>
    public void RunFrom(Worker worker, Step step)
    {
        _current = worker;
        for (Step? next = step; next is not null; next = Follow(worker))
        {
            TryExecuteTask(next.Task!);
        }

        _current = null;
    }

    public void Dispose() => _idle.Dispose();

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (_ready)
        {
            if (_isRunning && _current?.Scheduler != this && !_isLent)
            {
                Escape ??= $"another thread went on: {Environment.StackTrace}";
            }

            _ready.Add(new Step(_next++, _choices.Priority(), task, null));
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _current?.Scheduler == this && !_isLent && _choices.Inline() && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => _ready.Select(static step => step.Task).OfType<Task>();

    private void Point(Worker worker)
    {
        if (_ready.Count == 0 || _choices.Interrupt(_ready, worker.Step!) is not { } at)
        {
            return;
        }

        Step next = Take(at);
        _ready.Add(new Step(worker.Step!.Number, worker.Step.Priority, null, worker));
        HandOver(next);
        worker.Wait();
    }

    /// <summary>What this thread goes on with; null if another thread does, or nothing is left.</summary>
    private Step? Follow(Worker worker)
    {
        if (_ready.Count == 0)
        {
            _pool.Return(worker);
            _idle.Release();
            return null;
        }

        Step next = Take(_choices.Next(_ready));
        if (next.Paused is null)
        {
            worker.Step = next;
            return next;
        }

        _pool.Return(worker);
        HandOver(next);
        return null;
    }

    private void HandOver(Step next)
    {
        if (next.Paused is { } paused)
        {
            paused.Step = next;
            paused.GoOn();
        }
        else
        {
            _pool.Take().Begin(this, next);
        }
    }

    private Step Take(int at)
    {
        lock (_ready)
        {
            Step step = _ready[at];
            _ready.RemoveAt(at);
            Trace = HashCode(Trace, step.Number);
            Steps++;
            return step;
        }
    }

    private static int HashCode(int trace, int step) => unchecked((trace * 31) + step);
}
