using Capsule.Protocol;

namespace Capsule.Tests.Concurrency;

/// <summary>What must be true after each schedule.</summary>
internal static class Inspection
{
    /// <summary>Nothing goes on: all who are there see the tree as it is.</summary>
    public static async Task CompareAsync(World world)
    {
        world.Store.FailedLoads = 0;
        world.Store.Failures = 0;
        if (!await world.Host.ExistsAsync(World.Address))
        {
            return;
        }

        string actual = Describe(await ReadAsync(world.Host));
        foreach (Participant client in world.Participants.Where(static client => client.Sitting is { IsOver: false }))
        {
            string seen = Describe(client.Copy!);
            if (seen != actual)
            {
                world.Fail($"{client.Name} sees {seen}, and it is {actual}");
            }
        }
    }

    /// <summary>The host has ended: all have been told, and nothing is left.</summary>
    public static void AfterTheEnd(World world)
    {
        if (world.Time.Timers > 0)
        {
            world.Fail($"{world.Time.Timers} timers are left after the host has ended");
        }

        int silent = world.Sittings.Count(static sitting => sitting is { Connection: not null, Ended: null, HasLeft: false });
        if (silent > 0)
        {
            world.Fail($"{silent} sessions were never told that they have ended");
        }

        if (world.Store.Peek(World.Address) is { } stored)
        {
            long position = stored.Snapshot.Position;
            if (stored.Entries.Any(entry => entry.Position != ++position))
            {
                world.Fail("the journal's positions are not contiguous");
            }
        }
    }

    /// <summary>Who opens the store next finds what was answered, once.</summary>
    public static async Task ReopenAsync(World world)
    {
        world.Store.IsClosed = false;
        world.Store.FailedLoads = 0;
        world.Store.Failures = 0;
        await using var host = new InProcessHost([new RootDefinition(ModelType.Of<Quay>())], world.Store, time: world.Time);
        if (!await host.ExistsAsync(World.Address))
        {
            return;
        }

        Quay quay = await ReadAsync(host);
        List<string> landed = [.. quay.Crates.Select(static crate => crate.Label)];
        if (landed.Distinct().Count() != landed.Count)
        {
            world.Fail($"a turn was done twice: {string.Join(", ", landed)}");
        }

        foreach (Participant client in world.Participants)
        {
            if (!world.WasDeleted && client.Applied.FirstOrDefault(what => what.Length > 0 && !landed.Contains(what)) is { } lost)
            {
                world.Fail($"{client.Name} was told that '{lost}' is done, and it is not");
            }

            if (client.Rejected.FirstOrDefault(landed.Contains) is { } done)
            {
                world.Fail($"{client.Name} was told that '{done}' is not done, and it is");
            }
        }
    }

    private static async Task<Quay> ReadAsync(InProcessHost host)
    {
        var quay = new Quay();
        quay.Mport((await host.ReadAsync(World.Address)).Utf8.Span);
        return quay;
    }

    private static string Describe(Quay quay) =>
        $"{string.Join(',', quay.Crates.Select(static crate => crate.Label))} | {string.Join(',', quay.Present)} | {quay.Ropes.Count}";
}
