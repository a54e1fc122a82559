using Capsule.Tests.Faults;

namespace Capsule.Tests.Promises;

/// <summary>The mistakes that break promises, one or more for each.</summary>
internal static class PromiseFaults
{
    public static IReadOnlyList<PromiseFault> OnServer { get; } =
    [
        Wrong(1, "What was done before a refusal stays", "Models/ModelTree.Turns.cs", "Log.RollBack(this);", ""),
        Wrong(2, "The verdict goes out before the store has the turn", "Hosting/ReleaseLine.cs", "_held.Count == 0 && confirmed.IsCompletedSuccessfully", "_held.Count == 0"),
        Wrong(3, "A turn that is sent again is done again", "Hosting/LiveTree.Turns.cs", "else if (number <= client.Last)", "else if (number < client.Last)"),
        Wrong(3, "After a restart nobody knows which turns were done", "Hosting/TreeLoading.cs", "clients.Restore(turn, entry.User);", "_ = turn;"),
        Wrong(4, "A number is answered as the first time, whatever is asked for under it", "Hosting/LiveTree.Turns.cs", "recorded is not null && recorded.Hash == hash", "recorded is not null"),
        Wrong(5, "A refusal is forgotten", "Hosting/LiveTree.Turns.cs", "turn.Client.Record(recorded);", "if (verdict.IsApplied) { turn.Client.Record(recorded); }"),
        Wrong(6, "A turn overtakes one that is still to come", "Hosting/LiveTree.Turns.cs", "if (number > client.Last + 1)", "if (false)"),
        Wrong(7, "What a change believes is not looked at", "Access/Precondition.cs", "if (!isAsExpected)", "if (false)"),
        Wrong(8, "An increment goes on from what was there at first", "Internals/Kinds/NumberKinds.cs", "=> checked(value + AttributeJson.ReadInt32(ref by));", "=> AttributeJson.ReadInt32(ref by);"),
        Wrong(9, "A turn that there is no time for is refused", "Hosting/LiveTree.Turns.cs", "Post(() => Hold(connection, new HoldFrame(turn.Turn, ErrorCode.Busy, RetryAfterMs: 250)));", "Refuse(connection, new RefusedTurn(turn.Turn, turn.Confirmed, turn.RawOps), new ProtocolError(ErrorCode.Busy, \"There is no time.\"));"),
        Wrong(10, "A page that was forgotten is taken for a new one", "Hosting/LiveTree.Sessions.cs", "bool isLost = client is null && request.Join.Confirmed > 0;", "bool isLost = false;"),
        Wrong(11, "Who joins gets the state of a while ago", "Hosting/LiveTree.Turns.cs", "frame.Audience.State.Add(frame.LastingFrames);", ""),
        Wrong(12, "After a restart numbers begin where the snapshot was", "Hosting/TreeLoading.cs", "seq = entry.Seq ?? seq;", ""),
        Wrong(12, "Each change has the same number", "Models/ModelTree.Publishing.cs", "Seq = _changes.IsNumbered ? _changes.Seq : Seq;", ""),
        Wrong(16, "What is known already is sent again", "Hosting/SentBatches.cs", "_turns.Skip(_turns.Count - (int)(last - seq))", "_turns.Skip(_turns.Count - (int)(last - seq) - 1)"),
        Wrong(17, "Who missed more than there is goes on with what there is", "Hosting/SentBatches.cs", "if (seq > last || last - seq > _turns.Count)", "if (seq > last)"),
        Wrong(18, "The rule of a model is not asked", "Access/Seeing/Sight.cs", "known(place, item) ?? SeeingRule.LetsRead(item, User)", "item is not null"),
        Wrong(18, "What is asked for reaches models that are not seen", "Access/Gate.cs", "tree.TryFind(id, out CapsuleModel? model) && _sight.Sees(model)", "tree.TryFind(id, out CapsuleModel? model)"),
        new(19, new("Answers are lost with the batches behind them", "Sockets/Backlog.cs", "new(delivery.Verdicts, delivery.Verdicts)", "default", SourceProject.AspNetCore)),
        Wrong(19, "Who was too slow gets a state from before what it lost", "Hosting/LiveTree.Sessions.cs", "SendState(connection, _tree.Seq, () => { });", "SendState(connection, 0, () => { });"),
        Wrong(20, "The last turn before a crash is not done when the tree is loaded", "Hosting/TreeLoading.cs", "in stored.Entries)", "in stored.Entries.SkipLast(1))"),
        Wrong(20, "A snapshot says of itself that it is a turn older", "Hosting/LiveTree.Turns.cs", "new TreeSnapshot(_position, ", "new TreeSnapshot(_position - 1, "),
        Wrong(21, "A turn is told although the store refused it", "Hosting/ReleaseLine.cs", "_held.Clear();", "first.Release();"),
        Wrong(22, "A writer that is behind is let in", "Storage/MemoryStore.cs", "entry.Position != _position + 1", "entry.Position > _position + 1"),
        Wrong(23, "A session ends before its answers are out", "Hosting/LiveTree.Sessions.cs", "_line.Add(() => Post(() => Leave(connection, reason)))", "Leave(connection, reason)"),
        Wrong(28, "What does not last is written down", "Hosting/LiveTree.Turns.cs", "changes.WriteEvents(writer, XportOptions.Stored, EventPart.Durable);", "changes.WriteEvents(writer, XportOptions.Stored, EventPart.All);"),
        Wrong(29, "After a crash nobody asks whose sessions are over", "Hosting/LiveTree.cs", "AwaitOwners();", ""),
        Wrong(29, "A connection that broke is taken for a goodbye", "Hosting/LiveTree.SessionOwned.cs", "if (isForGood || _options.SessionGrace <= TimeSpan.Zero)", "if (true)"),
        Wrong(30, "A broadcast is heard by those who do not see its model", "Hosting/Audience.cs", "model => turn.sight?.Sees(model) != false", "static _ => true"),
        Wrong(30, "A broadcast is kept for those who join later", "Hosting/TurnParts.cs", "Given(batch, transient);", "Given(batch, transient, broadcasts);"),
        Wrong(31, "An undo takes back what somebody has changed since", "Access/TakingBack.cs", "if (model.Differs(value.Attribute, value.After))", "if (false)"),
        Wrong(32, "An undo is allowed to whom the turn was allowed then", "Access/Gate.Undo.cs", "        Demand(asked, model);", ""),
        Wrong(33, "What was scheduled is done over and over", "Hosting/LiveTree.Schedule.cs", "_tree.Unschedule(call.Id);", ""),
    ];

    public static IReadOnlyList<PromiseFault> InClient { get; } =
    [
        WrongInClient(10, "A page sends again by itself what is lost", "src/session/SessionCore.ts", "if (turns.length > 0) this.#emit(\"queueLost\", { turns });", "if (turns.length > 0) (this.#emit(\"queueLost\", { turns }), void this.session.resend(turns));"),
        WrongInClient(13, "Each event of a batch is told before the next is applied", "src/session/SessionCore.ts", "const told = (): void => this.#emit(\"batch\", { seq, events });", """
            const told = (): void => this.#emit("batch", { seq, events });
            for (const event of events.splice(0)) this.#go(() => replica.transient({ event: "transient", after: replica.seq, events: [event] }));
            """),
        WrongInClient(14, "What was asked for shows when the server has confirmed it", "src/tree/Overlay.ts", "if (changes && !changes.isEmpty) this.#laid.push({ op, changes });", "changes?.undo();"),
        WrongInClient(14, "What is confirmed is told once more", "src/tree/Overlay.ts", "return isPlain && !this.tree.image ? told : difference;", "return told;"),
        WrongInClient(15, "A refusal takes back all that waits", "src/tree/Overlay.ts", "for (const op of this.pending()) this.lay(op);", ""),
        WrongInClient(16, "A state that is fetched again brings other objects", "src/tree/Staying.ts", "if (wanted?.metadata === item.metadata && !(isReplaced && wanted.isLate))", "if (false)"),
        WrongInClient(17, "A gap is passed over", "src/session/Replica.ts", "if (seq !== this.seq + 1)", "if (seq <= this.seq)"),
        WrongInClient(24, "A turn is sent before it lasts", "src/session/TurnQueue.ts", "if (keeping) void keeping.then(kept);", "if (keeping) kept();"),
        WrongInClient(25, "A page that opens without a connection shows nothing of what waits", "src/session/restore.ts", "queue.restore(last, requests);", "queue.restore(last, []);"),
        WrongInClient(26, "A tab takes the queue of one that lives", "src/offline/IndexedDbKeeper.ts", "if (!release) continue;", ""),
        WrongInClient(27, "What waits stays on the device of who signs out", "src/offline/Shelf.ts", "if (\"client\" in cursor.value) await turns.delete(turnsOf(cursor.value.client));", ""),
        WrongInClient(27, "What waits is sent as whoever is there now", "src/session/Keeping.ts", "return user !== this.#owner && !isKnown;", "return false;"),
    ];

    private static PromiseFault Wrong(int promise, string name, string file, string right, string wrong) => new(promise, new(name, file, right, wrong));

    private static PromiseFault WrongInClient(int promise, string name, string file, string right, string wrong) => new(promise, new(name, file, right, wrong, FaultyClient.Project));
}
