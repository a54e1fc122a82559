using System.Reflection;

namespace Capsule.Tests.Concurrency;

/// <summary>Runs a scenario under many schedules, one for each seed, and holds each against what must be true of all.</summary>
public static class Exploration
{
    /// <summary>Runs the schedules of some seeds until one fails.</summary>
    /// <param name="scenario">One of <see cref="Scenarios"/>.</param>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <returns>What is wrong, and how to see it again; null if nothing is.</returns>
    public static string? FirstFailure(string scenario, int first, int count)
    {
        Connect();
        using var pool = new WorkerPool();
        for (int seed = first; seed < first + count; seed++)
        {
            World world = Run(scenario, seed, pool);
            if (world.Failure is { } failure)
            {
                return $"""
                    '{scenario}' fails under seed {seed}: {failure}
                    See it again: CAPSULE_SCHEDULE={scenario}:{seed} dotnet test Capsule.Tests --filter FullyQualifiedName~{nameof(ExplorationTests)}.{nameof(ExplorationTests.Replayed)}
                      {string.Join("\n  ", world.Notes.TakeLast(80))}
                    """;
            }
        }

        return null;
    }

    /// <summary>What happened under one seed, as text: the same each time.</summary>
    public static string Story(string scenario, int seed)
    {
        Connect();
        using var pool = new WorkerPool();
        World world = Run(scenario, seed, pool);
        return $"{string.Join('\n', world.Notes)}\n{world.Scheduler.Steps} steps, {world.Scheduler.Trace:x8}";
    }

    private static World Run(string scenario, int seed, WorkerPool pool)
    {
        var world = new World(seed, pool);
        using ControlledScheduler scheduler = world.Scheduler;
        Func<World, Task> program = Scenarios.All[scenario];
        End(world, scheduler.Run(() => program(world)));
        if (world.Failure is null && !world.IsHostEnding)
        {
            End(world, scheduler.Run(() => Inspection.CompareAsync(world)));
            End(world, scheduler.Run(world.DisposeHostAsync));
        }

        if (world.Failure is null)
        {
            Inspection.AfterTheEnd(world);
            End(world, scheduler.Run(() => Inspection.ReopenAsync(world)));
        }

        if ((scheduler.Escape ?? WorkerPool.Stray) is { } escape)
        {
            world.Fail($"Not all is controlled: {escape}");
        }

        return world;
    }

    /// <summary>Nothing can go on any more: it has to be done.</summary>
    private static void End(World world, Task program)
    {
        if (!program.IsCompleted)
        {
            world.Fail($"nothing goes on, and these wait: {string.Join(", ", world.Waiting.DefaultIfEmpty("the program"))}");
        }
        else if (program.Exception is { } exception)
        {
            world.Fail(exception.InnerException!.ToString());
        }
    }

    /// <summary>Lets the host that these tests were loaded with ask this scheduler.</summary>
    private static void Connect()
    {
        Type controlled = typeof(CapsuleModel).Assembly.GetType("Capsule.Controlled") ?? throw new InvalidOperationException("This runtime is not controlled: run this with FaultyRuntime.RunControlled.");
        Set("Point", (Action)ControlledScheduler.Point);
        Set("Lend", (Action<Action>)ControlledScheduler.Lend);

        void Set(string name, object value) => controlled.GetProperty(name, BindingFlags.Static | BindingFlags.Public)!.SetValue(null, value);
    }
}
