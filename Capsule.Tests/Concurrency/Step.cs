namespace Capsule.Tests.Concurrency;

/// <summary>What can go on: a task, or a thread that was interrupted in the middle of one.</summary>
/// <param name="number">In the order in which they came.</param>
/// <param name="priority">Where priorities decide, the highest goes first.</param>
/// <param name="task">What to run; null where it has begun.</param>
/// <param name="paused">The thread that waits; null where none does.</param>
internal sealed class Step(int number, double priority, Task? task, Worker? paused)
{
    public int Number { get; } = number;

    public double Priority { get; set; } = priority;

    public Task? Task { get; } = task;

    public Worker? Paused { get; } = paused;
}
