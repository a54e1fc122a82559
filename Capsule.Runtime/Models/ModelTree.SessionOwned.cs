using System.Text.Json;
using Capsule.Changes;

namespace Capsule;

/// <summary>Which items belong to the session of a client: to its id, by which it comes back after a lost connection. It is a secret, and leaves the tree for the store alone.</summary>
public sealed partial class ModelTree
{
    private Dictionary<CapsuleModel, Guid>? _owners;

    /// <summary>The client whose session does what the running turn does; null where that is nobody's.</summary>
    internal Guid? Acting { get; set; }

    /// <summary>The clients that something belongs to.</summary>
    internal IReadOnlyCollection<Guid> Owners => _owners is null ? [] : [.. _owners.Where(one => Registry.Holds(one.Key)).Select(static one => one.Value).Distinct()];

    /// <summary>The client that an item belongs to, or null.</summary>
    internal Guid? OwnerOf(CapsuleModel item) => _owners is not null && _owners.TryGetValue(item, out Guid owner) ? owner : null;

    /// <summary>What belongs to a client.</summary>
    internal IReadOnlyList<CapsuleModel> OwnedBy(Guid client) =>
        _owners is null ? [] : [.. _owners.Where(one => one.Value == client && Registry.Holds(one.Key)).Select(static one => one.Key)];

    /// <summary>An item belongs to a client, as stored data say.</summary>
    internal void Own(CapsuleModel item, Guid client) => (_owners ??= new(ReferenceEqualityComparer.Instance))[item] = client;

    /// <summary>Writes in an export for a store whose the item is.</summary>
    internal static void WriteOwner(Utf8JsonWriter writer, CapsuleModel item)
    {
        if (item.OwningTree?.OwnerOf(item) is { } owner)
        {
            writer.WriteString(OwnerMember, owner);
        }
    }

    /// <summary>How the owner stands beside the attributes. No member of a model can have the name.</summary>
    internal static ReadOnlySpan<byte> OwnerMember => "$owner"u8;

    /// <summary>At the end of a turn: what a session added belongs to it, and what is gone to nobody.</summary>
    private void SettleOwners()
    {
        foreach (StructureEntry step in Log.Structure)
        {
            if (Acting is { } client && step is { Kind: StructureKind.Insert, To: not Internals.ChildSlot, To.Info.IsSessionOwned: true } && step.Item.IsUntracked && Registry.Holds(step.Item))
            {
                Own(step.Item, client);
            }
        }
    }

    /// <summary>The turn stands: what is gone, and what was moved to where nothing belongs to a session, belongs to none.</summary>
    private void ForgetOwners()
    {
        if (_owners is { Count: > 0 } && Log.Structure.Exists(static step => step.Kind != StructureKind.Insert))
        {
            foreach (CapsuleModel free in _owners.Keys.Where(item => !Registry.Holds(item) || item.Collection is not { Info.IsSessionOwned: true }).ToArray())
            {
                _owners.Remove(free);
            }
        }
    }
}
