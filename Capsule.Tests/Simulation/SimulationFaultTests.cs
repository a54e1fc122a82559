using Capsule.Tests.Faults;

namespace Capsule.Tests.Simulation;

/// <summary>The simulator finds what could be wrong with exactly once: each fault within five hundred scenarios.</summary>
[Parallelizable(ParallelScope.Children)]
public class SimulationFaultTests
{
    private const int Scenarios = 500;

    public static IEnumerable<PlantedFault> InClient =>
    [
        new("What was sent is not sent again after a cut", "session/TurnQueue.ts", "    this.#rewind(0);", ""),
        new("What is sent again has another number", "session/TurnQueue.ts", "    this.#rewind(0);", "    this.#rewind(0); this.#pending.forEach((turn) => Object.assign(turn, { turn: ++this.#lastNumber }));"),
        new("A number is used again after a cut", "session/TurnQueue.ts", "Math.max(this.#lastNumber, last)", "last"),
        new("A verdict is confirmed that has not come", "session/TurnQueue.ts", "first.turn - 1 :", "first.turn :"),
        new("A guess that was confirmed is taken back all the same", "tree/Overlay.ts", "    this.#laid.splice(0, laid.length);", ""),
        new("What was held is not sent again", "session/TurnQueue.ts", "      this.#rewind(this.#heldFrom);", ""),
    ];

    /// <summary>To compile the runtime takes long: a few of these do for each day.</summary>
    public static IEnumerable<TestCaseData> SomeInServer => InServer.Select(static (fault, index) => index < 4 ? new TestCaseData(fault) : new TestCaseData(fault).SetCategory("Long"));

    private static IEnumerable<PlantedFault> InServer =>
    [
        new("A turn that was done is done again", "Hosting/LiveTree.Turns.cs", "else if (number <= client.Last)", "else if (number <= 0)"),
        new("The verdict goes out before the journal has the turn", "Hosting/LiveTree.Turns.cs", "_line.Add(isInMemory ? ValueTask.CompletedTask : Append(user, committed, turn), () =>", "Append(user, committed, turn).AsTask().ContinueWith(static _ => { }); _line.Add(ValueTask.CompletedTask, () =>"),
        new("A turn that throws is not undone", "Changes/ChangeLog.cs", "            tree.Undo(Structure[index]);", ""),
        new("A number of a batch is used again after a crash", "Hosting/TreeLoading.cs", "tree.GoOnFrom(seq);", "tree.GoOnFrom(stored.Snapshot.Seq);"),
        new("What the journal says of turns is forgotten after a crash", "Hosting/TreeLoading.cs", "clients.Restore(turn, entry.User);", "_ = turn;"),
        new("A snapshot says that it has one turn less", "Hosting/LiveTree.Turns.cs", "new TreeSnapshot(_position, _epoch", "new TreeSnapshot(_position - 1, _epoch"),
        new("A snapshot forgets the queues", "Hosting/LiveTree.Turns.cs", "_clients.ToStates(), _tree.Scheduled);", "[], _tree.Scheduled);"),
        new("What is confirmed takes one verdict too many with it", "Hosting/ClientTurns.cs", "turn.Number <= confirmed)", "turn.Number <= confirmed + 1)"),
        new("Who comes back misses a batch", "Hosting/SentBatches.cs", "_turns.Skip(_turns.Count - (int)(last - seq))", "_turns.Skip(_turns.Count - (int)(last - seq) + 1)"),
        new("Some are not told of a turn", "Hosting/LiveTree.Flush.cs", "connection.Subscriber.Deliver(all ??= MessageOf(audience.Gathered, 0));", "if (connection.Client?.Last != 3) { connection.Subscriber.Deliver(all ??= MessageOf(audience.Gathered, 0)); }"),
        new("Who asked is told once more what was gathered", "Hosting/LiveTree.Flush.cs", "told.Given = frame.Audience.Gathered.Count;", ""),
        new("After a turn that the store did not take the next are let go", "Hosting/ReleaseLine.cs", "if (!first.Confirmed.IsCompletedSuccessfully)", "if (first.Confirmed.IsCanceled)"),
        new("A call that waits is not written down before it begins", "Hosting/LiveTree.AsyncCalls.cs", "Finish(turn.User, null, begun, () => _ = RunAsync(turn, call, op));", "_ = RunAsync(turn, call, op);"),
        new("What was missed is sent to who sees something else now", "Hosting/LiveTree.Sessions.cs", "since.View != audience.Tag || ", ""),
        new("A turn that waits for a call is forgotten", "Hosting/LiveTree.AsyncCalls.cs", "connection.Client!.Waiting.Enqueue(decide);", "_ = decide;"),
        new("The journal has the turn, and not its batch", "Hosting/TreeLoading.cs", "tree.Turn(() => tree.Apply(EventJson.ReadList(entry.Events.Utf8)), silent: true);", "if (entry.Position % 5 != 0) tree.Turn(() => tree.Apply(EventJson.ReadList(entry.Events.Utf8)), silent: true);"),
        new("The state that is sent lacks the batches since it was made", "Hosting/StateCache.cs", "        _batches.Add(batch);", ""),
    ];

    [TestCaseSource(nameof(InClient))]
    public Task Found_in_the_client(PlantedFault fault) => FoundAsync(new SimulationRun().ClientWith(fault));

    [TestCaseSource(nameof(SomeInServer))]
    public async Task Found_in_the_server(PlantedFault fault)
    {
        string folder = Directory.CreateTempSubdirectory("capsule-faulty-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(SimulationRun.Server)!))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            await File.WriteAllBytesAsync(Path.Combine(folder, "Capsule.Runtime.dll"), FaultyRuntime.Compile(fault));
            await FoundAsync(new SimulationRun().With("server", Path.Combine(folder, Path.GetFileName(SimulationRun.Server))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FoundAsync(SimulationRun run)
    {
        SimulationOutcome outcome = await run.Scenarios(1, Scenarios).With("first", true).RunAsync(TimeSpan.FromMinutes(5));

        Assert.That(outcome.Failed, Is.Not.Empty, $"{Scenarios} scenarios did not find it");
        TestContext.Out.WriteLine($"found by {outcome.Failed[0]}");
    }
}
