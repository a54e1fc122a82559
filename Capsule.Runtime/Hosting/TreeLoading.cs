using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>Makes trees: new ones, and those that a store has.</summary>
internal static class TreeLoading
{
    /// <summary>A new tree with what the definition seeds it with.</summary>
    public static ModelTree Create(RootDefinition definition, string key, TimeProvider time)
    {
        ModelTree tree = definition.Type.Create().Tree;
        tree.Time = time;
        tree.Turn(() => definition.Seed?.Invoke(tree.Root, key));
        return tree;
    }

    /// <summary>The first snapshot of a new tree.</summary>
    public static TreeSnapshot Snapshot(ModelTree tree) =>
        new(0, ModelId.New(tree.Time.GetUtcNow()).ToString(), 0, new RawJson(tree.Root.XportUtf8(XportOptions.Stored)), [], tree.Scheduled);

    /// <summary>The tree as it was after the last entry of its journal, and what it knew of its clients.</summary>
    public static ModelTree Load(ModelType type, StoredTree stored, ClientDirectory clients, TimeProvider time)
    {
        ModelTree tree = type.Create().Tree;
        tree.Time = time;
        foreach (ClientState client in stored.Snapshot.Clients)
        {
            clients.Restore(client);
        }

        tree.Restore(() => Read(tree, stored, clients));
        return tree;
    }

    private static void Read(ModelTree tree, StoredTree stored, ClientDirectory clients)
    {
        tree.Root.Mport(stored.Snapshot.State.Utf8.Span, MportOptions.Copy);
        long seq = stored.Snapshot.Seq;
        IReadOnlyList<ScheduledCall> scheduled = stored.Snapshot.Scheduled;
        foreach (JournalEntry entry in stored.Entries)
        {
            // What handlers did in the turn is among its events: they are not to do it again.
            tree.Turn(() => tree.Apply(EventJson.ReadList(entry.Events.Utf8)), silent: true);
            seq = entry.Seq ?? seq;
            scheduled = entry.Scheduled ?? scheduled;
            if (entry.Turn is { } turn)
            {
                clients.Restore(entry, turn);
            }
        }

        tree.RestoreScheduled(scheduled);
        tree.Turn(tree.ForgetTransients, silent: true);
        tree.GoOnFrom(seq);
    }
}
