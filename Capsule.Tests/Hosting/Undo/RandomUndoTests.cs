using Capsule.Protocol;
using CsCheck;

namespace Capsule.Tests.Hosting.Undo;

/// <summary>Random turns, all taken back and all done again; and random undos among the turns of others.</summary>
[Parallelizable]
internal sealed class RandomUndoTests
{
    private static readonly CapsuleUser Kim = CapsuleUser.Named("kim", "member", "keeper");
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna", "member", "keeper");

    [Test]
    public void Undoing_all_leads_back_through_every_state_and_redoing_all_leads_there_again() => Gen.Int.Sample(seed =>
    {
        Run(async random =>
        {
            await using InProcessHost host = PantryClient.Host();
            PantryClient kim = await PantryClient.JoinAsync(host, Kim);
            var states = new List<string> { await PantryClient.StateAsync(host) };
            var turns = new List<long>();
            var asked = new List<string>();
            while (turns.Count < 12)
            {
                Op[] ops = RandomTurn(random, kim.Copy);
                VerdictFrame verdict = await kim.AskAsync(ops);
                if (verdict is { IsApplied: true, Seq: null })
                {
                    Assert.That((await kim.UndoAsync(kim.LastTurn)).Error!.Code, Is.EqualTo(ErrorCode.NotFound), $"seed {seed}: it changed nothing");
                }
                else if (verdict.IsApplied)
                {
                    asked.Add(string.Join(", ", ops.AsEnumerable()));
                    turns.Add(kim.LastTurn);
                    states.Add(await PantryClient.StateAsync(host));
                }
            }

            for (int number = turns.Count - 1; number >= 0; number--)
            {
                Assert.That((await kim.UndoAsync(turns[number])).Results.ToString(), Is.EqualTo("""[{"skipped":[]}]"""), $"seed {seed}, undo {number} of {asked[number]}");
                Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(states[number]), $"seed {seed}, undo {number} of {asked[number]}");
            }

            for (int number = 0; number < turns.Count; number++)
            {
                Assert.That((await kim.RedoAsync(turns[number])).Results.ToString(), Is.EqualTo("""[{"skipped":[]}]"""), $"seed {seed}, redo {number} of {asked[number]}");
                Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(states[number + 1]), $"seed {seed}, redo {number} of {asked[number]}");
            }
        }, seed);
    }, iter: 300, threads: 1);

    [Test]
    public void Random_undos_among_others_turns_leave_all_copies_alike_also_after_a_restart()
    {
        int undone = 0;
        Gen.Int.Sample(seed => Run(async random =>
        {
            var store = new MemoryStore();
            string last;
            await using (InProcessHost host = PantryClient.Host(store))
            {
                PantryClient[] clients = [await PantryClient.JoinAsync(host, Kim), await PantryClient.JoinAsync(host, Anna)];
                for (int round = 0; round < 40; round++)
                {
                    PantryClient client = clients[random.Next(2)];
                    VerdictFrame verdict = random.Next(3) switch
                    {
                        0 when client.LastTurn > 0 => await client.UndoAsync(1 + random.NextInt64(client.LastTurn)),
                        1 when client.LastTurn > 0 && random.Next(2) == 0 => await client.RedoAsync(1 + random.NextInt64(client.LastTurn)),
                        _ => await client.AskAsync(RandomTurn(random, client.Copy)),
                    };
                    Assert.That(verdict.Error?.Code, Is.Not.EqualTo(ErrorCode.Failed), $"seed {seed}, round {round}");
                    undone += verdict.IsApplied && verdict.Results.ToString().Contains("skipped", StringComparison.Ordinal) ? 1 : 0;
                }

                last = await PantryClient.StateAsync(host);
                long seq = clients.Max(client => client.Seq);
                foreach (PantryClient client in clients)
                {
                    await client.CatchUpAsync(seq);
                    Pantry server = new();
                    server.Mport(last, new MportOptions { Replace = true });
                    Assert.That(client.Copy.Xport(), Is.EqualTo(server.Xport()), $"seed {seed}");
                }
            }

            await using InProcessHost again = PantryClient.Host(store);
            Assert.That(await PantryClient.StateAsync(again), Is.EqualTo(last), $"seed {seed}");
        }, seed), iter: 300, threads: 1);
        Assert.That(undone, Is.GreaterThan(60));
    }

    private static void Run(Func<Random, Task> body, int seed) => body(new Random(seed)).GetAwaiter().GetResult();

    private static Op[] RandomTurn(Random random, Pantry pantry)
    {
        var ops = new Op[random.Next(3) == 0 ? 3 : 1];
        for (int index = 0; index < ops.Length; index++)
        {
            ops[index] = RandomOp(random, pantry);
        }

        return ops;
    }

    private static Op RandomOp(Random random, Pantry pantry)
    {
        if (pantry.Racks.Count == 0)
        {
            return new AddOp(pantry.Racks.Id, RawJson.Parse("""{"label":"again"}"""));
        }

        Rack rack = pantry.Racks[random.Next(pantry.Racks.Count)];
        Rack other = pantry.Racks[random.Next(pantry.Racks.Count)];
        Jar? jar = rack.Jars.Count > 0 ? rack.Jars[random.Next(rack.Jars.Count)] : null;
        Placement place = Placement.At(random.Next(4));
        return random.Next(12) switch
        {
            0 => new SetOp(pantry.Id, RawJson.Parse($$"""{"name":"n{{random.Next(9)}}"}""")),
            1 => new SetOp(rack.Id, RawJson.Parse($$"""{"label":"l{{random.Next(9)}}"}""")),
            2 => new MoveOp(pantry.Racks.Id, rack.Id, place),
            3 => new AddOp(rack.Jars.Id, RawJson.Parse($$"""{"label":"j{{random.Next(9)}}","grams":3,"chosen":{{(random.Next(2) == 0 ? "true" : "false")}}}"""), place),
            4 => new CallOp(pantry.Id, random.Next(2) == 0 ? "stir" : "carry", RawJson.EmptyArray),
            5 => new DeleteOp(rack.Id),
            6 when jar is not null => new DeleteOp(jar.Id),
            7 when jar is not null => new MoveOp(other.Jars.Id, jar.Id, place),
            8 when jar is not null => new SetOp(jar.Id, RawJson.Parse($$"""{"chosen":{{(random.Next(2) == 0 ? "true" : "false")}},"tags":["t{{random.Next(3)}}"]}""")),
            9 when jar is not null => new SetOp(pantry.Id, RawJson.Parse($$"""{"favourite":"{{jar.Id}}"}""")),
            10 when jar is not null && other.Jars.Count > 0 => new SetOp(jar.Id, RawJson.Parse($$"""{"lid":"{{other.Jars[random.Next(other.Jars.Count)].Id}}"}""")),
            11 when jar is not null => new IncrementOp(jar.Id, "grams", RawJson.Parse("5")),
            _ => new AddOp(pantry.Racks.Id, RawJson.Parse($$$"""{"label":"r{{{random.Next(9)}}}"}"""), place),
        };
    }
}
