using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Capsule.Changes;

/// <summary>What the running turn of a tree has changed so far: which models were set, what they were before, and the steps of structure in order.</summary>
internal sealed class ChangeLog
{
    /// <summary>Models of which attributes were set, in the order of their first change.</summary>
    public List<DirtyModel> Dirty { get; } = [];

    /// <summary>What those attributes were.</summary>
    public KeptValues Kept { get; } = new();

    public List<StructureEntry> Structure { get; } = [];

    /// <summary>Models of which, and of what is below, it is asked again who may see them.</summary>
    public List<CapsuleModel> Invalidated { get; } = [];

    /// <summary>What was scheduled before the turn, if it changed that.</summary>
    public ImmutableArray<ScheduledCall>? ScheduledBefore { get; set; }

    /// <summary>The ids of what left the tree and was not stored; null as long as there is none.</summary>
    public HashSet<ModelId>? TransientsGone { get; set; }

    /// <summary>Whether what is stored and what is not depend on each other's order, so that they have to be told in one piece.</summary>
    public bool IsMixed { get; set; }

    /// <summary>What happened that is no state, in order.</summary>
    public List<Broadcast> Broadcasts { get; } = [];

    /// <summary>Nodes that took another id, with the one they had.</summary>
    public List<(CapsuleNode Node, ModelId Former)> Adoptions { get; } = [];

    /// <summary>What the steps come to, seen from the turn's end; known from the moment the turn settles.</summary>
    public StructureEvent[] Events { get; private set; } = [];

    /// <summary>Finds out what really differs; true if anything does.</summary>
    public bool Compare(ModelTree tree)
    {
        Events = StructureEvents.Of(tree);
        bool differs = Events.Length > 0 || Broadcasts.Count > 0;
        foreach (ref DirtyModel dirty in CollectionsMarshal.AsSpan(Dirty))
        {
            dirty = dirty with { Differing = dirty.Model.Differences() };
            differs |= dirty.Differing != 0;
        }

        return differs;
    }

    /// <summary>The turn stands: what was added is tracked from now on, what was removed is out.</summary>
    public void Accept()
    {
        foreach (DirtyModel dirty in Dirty)
        {
            CapsuleModel model = dirty.Model;
            model.HandlersOrNone?.Forget();
            model.Settle();
        }

        foreach (StructureEntry entry in Structure)
        {
            Subtree.Settle(entry.Item);
        }

        Clear();
    }

    /// <summary>The turn is undone: structure backwards, then the attributes.</summary>
    public void RollBack(ModelTree tree)
    {
        for (int index = Structure.Count - 1; index >= 0; index--)
        {
            tree.Undo(Structure[index]);
        }

        foreach (DirtyModel dirty in Dirty)
        {
            CapsuleModel model = dirty.Model;
            model.HandlersOrNone?.Forget();
            model.RollBack();
        }

        for (int index = Adoptions.Count - 1; index >= 0; index--)
        {
            tree.Rename(Adoptions[index].Node, Adoptions[index].Former);
        }

        foreach (StructureEntry entry in Structure)
        {
            Subtree.Settle(entry.Item);
        }

        Clear();
    }

    private void Clear()
    {
        Dirty.Clear();
        Kept.Clear();
        Structure.Clear();
        Invalidated.Clear();
        ScheduledBefore = null;
        Broadcasts.Clear();
        TransientsGone = null;
        IsMixed = false;
        Events = [];
        Adoptions.Clear();
    }
}
