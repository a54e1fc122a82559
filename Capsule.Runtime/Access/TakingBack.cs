using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Changes;
using Capsule.Internals;
using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule.Access;

/// <summary>Takes a turn back, in the running one: each attribute and each placement that is still as that turn left it. What is not, stays, and is told.</summary>
internal sealed class TakingBack
{
    private readonly ModelTree _tree;
    private readonly UserSight _sight;
    private readonly Inverse _inverse;
    private readonly HashSet<ModelId> _stands;
    private readonly Dictionary<ModelId, CapsuleModel> _taken = [];
    private readonly List<(ModelId Model, string? Attribute)> _skipped = [];

    /// <summary>The radios that the turn made true.</summary>
    private readonly FormerValue[] _radios;
    private readonly HashSet<(ModelId Model, int Attribute)> _released = [];
    private readonly NamedReferences _references = new();

    public TakingBack(ModelTree tree, UserSight sight, Inverse inverse)
    {
        _tree = tree;
        _sight = sight;
        _inverse = inverse;
        _radios = [.. inverse.Values.Where(static value => IsRadio(value) && value.Before is false)];
        _stands = [.. inverse.Items.Where(item => item.Value.IsStillSo(tree, item.Key)).Select(item => item.Key)];
    }

    /// <summary>Members that whoever asks does not see, so that for them nothing is there to take back: the attribute, or -1 for where the model is.</summary>
    public HashSet<(ModelId Model, int Member)> Hidden { get; } = [];

    /// <summary>The items that were made again.</summary>
    public List<CapsuleModel> Added { get; } = [];

    /// <summary>Puts the items back to where they were.</summary>
    public void RestorePlaces()
    {
        foreach (FormerStep step in _inverse.Steps)
        {
            if (_stands.Contains(step.Item) && !Hidden.Contains((step.Item, -1)) && !Restore(step))
            {
                _stands.Remove(step.Item);
            }
        }

        foreach (ModelId item in _inverse.Items.Keys.Where(item => !_stands.Contains(item) || Hidden.Contains((item, -1))))
        {
            Skip(item, -1);
        }

        _references.Resolve(_tree, []);
        RefuseEmptyPlaces();
    }

    /// <summary>Lets radios go that others had: what comes back to them must find them free.</summary>
    public void ReleaseRadios()
    {
        foreach (FormerValue value in _radios)
        {
            if (Restore(value))
            {
                _released.Add((value.Model, value.Attribute));
            }
        }
    }

    /// <summary>Sets the attributes back. A radio becomes true last, and only where none has taken its place.</summary>
    public void RestoreValues()
    {
        foreach (FormerValue value in _inverse.Values.OrderBy(value => IsRadio(value) && value.Before is true))
        {
            if (!_released.Contains((value.Model, value.Attribute)) && !Restore(value))
            {
                Skip(value.Model, value.Attribute, value.Type);
            }
        }
    }

    /// <summary>What was not taken back, of what whoever asks sees: <c>{ "skipped": [ { "id": …, "property": … } ] }</c>, without a property where it is a placement.</summary>
    public RawJson Result() => ExportBuffer.Json(_skipped, static (writer, skipped) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("skipped"u8);
        foreach ((ModelId model, string? attribute) in skipped)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, model.Value);
            if (attribute is not null)
            {
                writer.WriteString("property"u8, attribute);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private bool Restore(FormerStep step)
    {
        _tree.TryFind(step.Item, out CapsuleModel? item);
        if (step.Kind == StructureKind.Insert)
        {
            if (item?.Place is { } place)
            {
                place.RemoveItem(item);
                _taken[step.Item] = item;
            }

            return true;
        }

        if (step.From.Find(_tree) is not { } from || (from is ChildSlot { Child: not null }))
        {
            return false;
        }

        if (item is null)
        {
            return Enter(step, from);
        }

        if (from is ChildSlot || from.Owner.IsWithin(item))
        {
            return false;
        }

        int index = IndexIn(from, step);
        from.MoveItem(item, item.Collection == from && from.IndexOf(item) < index ? index - 1 : index);
        return true;
    }

    /// <summary>Puts in what an earlier step took out, or what was removed back then.</summary>
    private bool Enter(FormerStep step, ModelCollection from)
    {
        if (!_taken.Remove(step.Item, out CapsuleModel? item))
        {
            LeftItem left = _inverse.Items[step.Item];
            if (left.Xport.IsAbsent)
            {
                return false;
            }

            item = new MportReader(_tree, MportSource.Replica, _references).ReadNew(left.Xport, left.Type!);
            Added.Add(item);
            Subtree.Visit(item, ReleaseRadios);
        }

        from.InsertItem(IndexIn(from, step), item);
        return true;
    }

    /// <summary>Lets the radios go of what is made again: it was exported as the turn had left it.</summary>
    private void ReleaseRadios(CapsuleNode made)
    {
        if (made is not CapsuleModel model)
        {
            return;
        }

        foreach (FormerValue value in _radios.Where(value => value.Model == model.Id))
        {
            model.Put(value.Attribute, false);
            _released.Add((value.Model, value.Attribute));
        }
    }

    private static int IndexIn(ModelCollection from, FormerStep step)
    {
        int next = step.Next is { } sibling ? from.Items.FindIndex(item => item.Id == sibling) : from.Count;
        return next >= 0 ? next : Math.Min(step.Index, from.Count);
    }

    private bool Restore(FormerValue value)
    {
        if (Hidden.Contains((value.Model, value.Attribute))
            || !_tree.TryFind(value.Model, out CapsuleModel? model)
            || model.ModelType != value.Type
            || value.Type.Attributes[value.Attribute].Access.HasFlag(AttributeAccess.Immutable)
            || (IsRadio(value) && value.Before is true && model.Collection?.Items.Exists(item => item.Shares(value.Type, value.Attribute) && item.IsChosen(value.Attribute)) == true))
        {
            return false;
        }

        if (!value.Type.Attributes[value.Attribute].Access.HasFlag(AttributeAccess.Reference))
        {
            if (model.Differs(value.Attribute, value.After))
            {
                return false;
            }

            model.Put(value.Attribute, value.Before);
            return true;
        }

        if ((model.ValueOf(value.Attribute) as CapsuleModel)?.Id != (ModelId?)value.After)
        {
            return false;
        }

        CapsuleModel? target = value.Before is ModelId id ? _tree.Find<CapsuleModel>(id) : null;
        return (target is null) == (value.Before is null) && model.PointAt(value.Attribute, target);
    }

    private static bool IsRadio(FormerValue value) => value.Type.Attributes[value.Attribute].Access.HasFlag(AttributeAccess.Radio);

    /// <summary>Tells of what whoever asks sees, and of what they had asked for themselves: whether that is gone or hidden from them, they do not learn.</summary>
    private void Skip(ModelId id, int member, ModelType? type = null)
    {
        bool isSeen = _tree.TryFind(id, out CapsuleModel? model) && _sight.Sees(model) && (member < 0 || _sight.SeesAttribute(model, member));
        if (isSeen || _inverse.Asked.Any(asked => asked.Model == id && asked.Member == member))
        {
            _skipped.Add((id, type?.Attributes[member].Name));
        }
    }

    /// <summary>A child that there always is must not be missing where only half could be taken back.</summary>
    private void RefuseEmptyPlaces()
    {
        foreach (FormerStep step in _inverse.Steps)
        {
            if (step.Kind != StructureKind.Insert && step.From.Find(_tree) is ChildSlot { Child: null, Place.IsNullable: false } slot)
            {
                throw new CapsuleException(
                    ErrorCode.Conflict, $"It cannot be taken back any more: '{slot.Place.Name}' of the {slot.Owner.ModelType.Name} {slot.Owner.Id} would be empty.");
            }
        }
    }
}
