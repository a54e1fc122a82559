using Capsule.Protocol;

namespace Capsule.Tests.Concurrency;

/// <summary>What happens at the same time.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<World, Task>> All { get; } = new Dictionary<string, Func<World, Task>>
    {
        ["superseded"] = SupersededAsync,
        ["leaving"] = LeavingAsync,
        ["failing"] = FailingAsync,
        ["failing-closing"] = FailingAndClosingAsync,
        ["loading"] = LoadingAsync,
        ["resynchronising"] = ResynchronisingAsync,
        ["resuming"] = ResumingAsync,
        ["deleting"] = DeletingAsync,
        ["closing"] = ClosingAsync,
        ["scheduled"] = ScheduledAsync,
        ["owned"] = OwnedAsync,
        ["drained"] = DrainedAsync,
        ["renewed"] = RenewedAsync,
        ["cancelled"] = CancelledAsync,
    };

    /// <summary>The same client joins twice, and again.</summary>
    private static Task SupersededAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", async () => await anna.JoinAsync()),
            ("anna again", async () => await anna.JoinAsync()),
            ("anna once more", async () => await anna.JoinAsync()),
            ("bert", () => WorkAsync(bert, "b1", "b2")));
    }

    /// <summary>Turns and leaving and coming.</summary>
    private static Task LeavingAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        Participant carl = world.Client("carl");
        return world.TogetherAsync(
            ("anna", async () =>
            {
                await anna.EnterAsync();
                anna.Call("land", "a1");
                await Task.Yield();
                anna.Sitting!.Leave();
            }),
            ("bert", async () =>
            {
                await WorkAsync(bert, "b1", "b2");
                bert.Sitting!.Leave(isForGood: true);
                await bert.EnterAsync(since: true);
            }),
            ("carl", () => WorkAsync(carl, "c1", "c2", "c3")));
    }

    /// <summary>The store does not take a turn, or nobody knows whether it did, while others join.</summary>
    private static Task FailingAsync(World world)
    {
        world.Store.Failures = 0.15;
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        Participant carl = world.Client("carl");
        return world.TogetherAsync(
            ("anna", () => WorkAsync(anna, "a1", "a2")),
            ("bert", () => WorkAsync(bert, "b1", "b2")),
            ("carl", async () => await carl.EnterAsync()),
            ("server", () => world.TryAsync("update", () => world.Host.UpdateAsync(World.Address, static root => ((Quay)root).Manifest = "checked"))));
    }

    /// <summary>The store does not take a turn while the host ends.</summary>
    private static Task FailingAndClosingAsync(World world)
    {
        world.Store.Failures = 0.2;
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", () => WorkAsync(anna, "a1", "a2")),
            ("bert", () => WorkAsync(bert, "b1", "b2")),
            ("operator", async () =>
            {
                await Task.Yield();
                await world.DisposeHostAsync();
            }));
    }

    /// <summary>Many want a tree that cannot always be loaded, and the host ends.</summary>
    private static Task LoadingAsync(World world)
    {
        world.Store.FailedLoads = 0.4;
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", async () => await anna.JoinAsync()),
            ("bert", async () => await bert.JoinAsync()),
            ("reader", () => world.TryAsync("read", async () => await world.Host.ReadAsync(World.Address))),
            ("operator", world.DisposeHostAsync));
    }

    /// <summary>The whole state is asked for again between turns.</summary>
    private static Task ResynchronisingAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert", "master");
        return world.TogetherAsync(
            ("anna", () => WorkAsync(anna, "a1", "a2")),
            ("bert", async () =>
            {
                await bert.EnterAsync();
                bert.Sitting!.Connection!.Resynchronise();
                await bert.DoAsync(("land", "b1"));
                bert.Sitting!.Connection!.Resynchronise();
            }));
    }

    /// <summary>Somebody comes back for what they missed.</summary>
    private static Task ResumingAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", async () =>
            {
                await WorkAsync(anna, "a1");
                for (int time = 0; time < 2; time++)
                {
                    anna.Call("land", $"again {time}");
                    anna.Sitting!.Leave();
                    await Task.Yield();
                    await anna.EnterAsync(since: true);
                    await anna.AnswersAsync();
                }
            }),
            ("bert", () => WorkAsync(bert, "b1", "b2", "b3")));
    }

    /// <summary>A tree is deleted, and joining makes it anew.</summary>
    private static async Task DeletingAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        Participant carl = world.Client("carl");
        world.WasDeleted = true;
        await world.TogetherAsync(
            ("anna", () => WorkAsync(anna, "a1", "a2")),
            ("bert", async () => await bert.JoinAsync()),
            ("operator", () => world.TryAsync("delete", async () => await world.Host.DeleteAsync(World.Address))),
            ("carl", async () => await carl.JoinAsync()));
    }

    /// <summary>The host ends under joins, turns and calls that wait.</summary>
    private static Task ClosingAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", async () =>
            {
                if (await anna.EnterAsync())
                {
                    anna.Call("ferry", "a1");
                    await anna.DoAsync(("land", "a2"));
                }
            }),
            ("bert", async () => await bert.JoinAsync()),
            ("server", () => world.TryAsync("ferry", () => world.Host.CallAsync(World.Address, null, "ferry", RawJson.Parse("""["s1"]""")).AsTask())),
            ("operator", world.DisposeHostAsync));
    }

    /// <summary>What is due comes up while the host ends.</summary>
    private static Task ScheduledAsync(World world)
    {
        Participant anna = world.Client("anna");
        return world.TogetherAsync(
            ("server", () => world.TryAsync("expect", async () =>
            {
                await world.Host.CreateAsync(World.Address);
                await world.Host.UpdateAsync(World.Address, root =>
                {
                    ((Quay)root).Expect(world.Time.GetUtcNow().AddMinutes(1), "s1");
                    ((Quay)root).Expect(world.Time.GetUtcNow().AddMinutes(2), "s2");
                    return 0;
                });
            })),
            ("clock", async () =>
            {
                for (int minute = 0; minute < 3; minute++)
                {
                    await Task.Yield();
                    world.Time.Advance(TimeSpan.FromMinutes(1));
                }
            }),
            ("wake", () => world.TryAsync("wake", () => world.Host.WakeScheduledAsync())),
            ("anna", async () => await anna.EnterAsync()),
            ("operator", world.DisposeHostAsync));
    }

    /// <summary>The time in which somebody may come back runs out as they do.</summary>
    private static Task OwnedAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", async () =>
            {
                await anna.EnterAsync();
                await anna.DoAsync(("moor", ""));
                anna.Sitting!.Leave();
                await Task.Yield();
                await anna.EnterAsync(since: true);
            }),
            ("bert", async () =>
            {
                await bert.EnterAsync();
                bert.Call("moor", "");
                bert.Sitting!.Leave(isForGood: true);
            }),
            ("clock", async () =>
            {
                for (int time = 0; time < 4; time++)
                {
                    await Task.Yield();
                    world.Time.Advance(TimeSpan.FromSeconds(15));
                }
            }));
    }

    /// <summary>Sessions are ended behind what they have asked for.</summary>
    private static Task DrainedAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", async () =>
            {
                await anna.EnterAsync();
                anna.Call("land", "a1");
                anna.Call("land", "a2");
                Sitting sitting = anna.Sitting!;
                sitting.Connection!.End(new ProtocolError(ErrorCode.Closing, "The gateway closes."));
                await sitting.UntilAsync(() => sitting.IsOver);
                if (!anna.HasAnswers)
                {
                    world.Fail("anna's session ended before what it had asked for was answered");
                }
            }),
            ("bert", () => WorkAsync(bert, "b1", "b2")));
    }

    /// <summary>Somebody sees more from now on, and then nothing, while turns are taken.</summary>
    private static Task RenewedAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        return world.TogetherAsync(
            ("anna", () => WorkAsync(anna, "a1", "a2")),
            ("bert", async () =>
            {
                await bert.EnterAsync();
                bert.User = CapsuleUser.Named("bert", "master");
                bert.Sitting!.Connection!.Renew(bert.User);
                await bert.DoAsync(("land", "b1"));
            }),
            ("authority", async () =>
            {
                await Task.Yield();
                bert.Sitting?.Connection!.Renew(CapsuleUser.Named("bert"));
                await Task.Yield();
                anna.Sitting?.Connection!.Renew(CapsuleUser.Named("anna", "banned"));
            }));
    }

    /// <summary>A client goes before its join is answered, and comes back by another way.</summary>
    private static async Task CancelledAsync(World world)
    {
        Participant anna = world.Client("anna");
        Participant bert = world.Client("bert");
        using var gone = new CancellationTokenSource();
        await world.TogetherAsync(
            ("anna", async () =>
            {
                // A gateway whose client has gone lets go of what it was given.
                if (await anna.JoinAsync(cancellation: gone.Token) && gone.IsCancellationRequested)
                {
                    anna.Sitting!.Leave();
                }
            }),
            ("network", async () =>
            {
                await Task.Yield();
                gone.Cancel();
            }),
            ("bert", () => WorkAsync(bert, "b1", "b2")));
    }

    private static async Task WorkAsync(Participant client, params string[] what)
    {
        if (await client.EnterAsync())
        {
            await client.DoAsync([.. what.Select(static one => ("land", one))]);
        }
    }
}
