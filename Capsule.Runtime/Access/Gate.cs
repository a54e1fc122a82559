using System.Buffers;
using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Changes;
using Capsule.Internals;
using Capsule.Protocol;
using Capsule.Snapshots;
using Capsule.Validation;

namespace Capsule.Access;

/// <summary>The one place where what a user asks for meets the rules of the models. Everything runs in a turn that a no undoes.</summary>
/// <param name="tree">Where.</param>
/// <param name="turn">Who asks, and when.</param>
/// <param name="outside">What becomes of the calls of asynchronous methods.</param>
/// <param name="undo">What an undo or a redo takes back; null where nothing is kept for that.</param>
internal sealed partial class Gate(ModelTree tree, TurnContext turn, AsyncGate outside, UndoGate? undo)
{
    private readonly CapsuleUser _user = turn.User;
    private readonly UserSight _sight = new(tree, turn.User);
    private readonly TurnValidation _validation = new();
    private int _op;

    /// <summary>The models that the ops, or the methods that they called, have changed, each with the number of the last op that did so: what is left to do at the end is to ask
    /// their own rules.</summary>
    public IReadOnlyDictionary<CapsuleModel, int> Touched => _validation.Touched;

    /// <summary>Does what the op asks.</summary>
    /// <param name="op">What is asked for.</param>
    /// <param name="number">Its place in the turn.</param>
    /// <returns>The result, as JSON.</returns>
    /// <exception cref="CapsuleException">Why not.</exception>
    public RawJson Do(Op op, int number)
    {
        _op = number;
        tree.Limits.CheckText(op);
        int structure = tree.Log.Structure.Count;
        RawJson result = Perform(op);
        _validation.NoteStructure(tree.Log, structure, number);
        return result;
    }

    private RawJson Perform(Op op)
    {
        switch (op)
        {
            case SetOp set:
                Set(set);
                break;
            case UnsetOp unset:
                Unset(unset);
                break;
            case IncrementOp increment:
                Increment(increment);
                break;
            case AddOp add:
                Add(add);
                break;
            case DeleteOp delete:
                Delete(delete);
                break;
            case MoveOp move:
                Move(move);
                break;
            case CallOp call:
                return Call(call);
            default:
                return TakeBack(op);
        }

        return RawJson.Null;
    }

    private void Set(SetOp op)
    {
        CapsuleModel model = Model(op.Id);
        ModelType type = model.ModelType;
        List<int> attributes = AttributesOf(op.Change, type);
        foreach (int attribute in attributes)
        {
            DemandEditable(model, attribute);
            undo?.Note(new(AskedKind.Edit, model.Id, attribute));
        }

        if (!op.Was.IsAbsent)
        {
            Precondition.Check(model, op.Was, _sight);
        }

        var references = new NamedReferences();
        Utf8JsonReader reader = MportPeek.Object(op.Change, "change");
        int next = 0;
        while (MportPeek.NextMember(ref reader))
        {
            next = AttributeNames.Find(ref reader, type, next);
            reader.Read();
            if (AttributeNames.Read(ref reader, model, next) is { } target)
            {
                references.Add(model, next, target);
            }
        }

        references.Resolve(tree, _sight);

        foreach (int attribute in attributes)
        {
            _validation.DemandAttribute(model, attribute, _op);
        }
    }

    private void Unset(UnsetOp op)
    {
        CapsuleModel model = Model(op.Id);
        int attribute = Editable(model, op.Property);
        try
        {
            model.Put(attribute, model.ModelType.InitialValueOf(attribute));
        }
        catch (ImmutableAttributeException exception)
        {
            throw exception.ToRefusal();
        }

        _validation.DemandAttribute(model, attribute, _op);
    }

    private void Increment(IncrementOp op)
    {
        CapsuleModel model = Model(op.Id);
        int attribute = Editable(model, op.Property);
        Utf8JsonReader reader = (op.By.IsAbsent ? RawJson.Null : op.By).CreateReader();
        reader.Read();
        try
        {
            model.IncrementAttribute(attribute, ref reader);
        }
        catch (ImmutableAttributeException exception)
        {
            throw exception.ToRefusal();
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentException)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"'{op.Property}' cannot grow that far.", op.Property, exception);
        }
        catch (CapsuleException exception) when (exception.Attribute is null)
        {
            throw exception.About(op.Property);
        }

        _validation.DemandAttribute(model, attribute, _op);
    }

    private void Add(AddOp op)
    {
        ModelCollection collection = Collection(op.Collection);
        var references = new NamedReferences();
        CapsuleModel item = new MportReader(tree, MportSource.Client, references, _sight).ReadNew(op.Data, collection.ItemType);
        collection.InsertItem(Index(op.Place, collection), item);
        references.Resolve(tree, _sight);
        tree.Limits.CheckGrowth(tree, item);
        AddedItems.Demand(_user, collection, item);
        undo?.Note(new(AskedKind.Add, item.Id));
        _validation.DemandAdded(item, _op);
    }

    private void Delete(DeleteOp op)
    {
        if (!tree.TryFind(op.Id, out CapsuleModel? item) || !_sight.Sees(item))
        {
            return;
        }

        ModelCollection collection = item.Collection
            ?? throw new CapsuleException(ErrorCode.Invalid, $"The {item.ModelType.Name} {item.Id} is in no collection, so it cannot be deleted.");
        DemandRemovable(item, collection);
        undo?.Note(new(AskedKind.Remove, item.Id, From: collection.Id));
        collection.RemoveItem(item);
    }

    private void Move(MoveOp op)
    {
        ModelCollection to = Collection(op.Collection);
        CapsuleModel item = Model(op.Id);
        if (item.Collection is not { } from || !to.ItemType.Takes(item.ModelType))
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The {item.ModelType.Name} {item.Id} cannot be in '{to.Name}': that holds {to.ItemType.Name} models.");
        }

        if (to.Owner.IsWithin(item))
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The {item.ModelType.Name} {item.Id} cannot be put below itself.");
        }

        DemandMovable(item, from, to);
        undo?.Note(new(AskedKind.Move, item.Id, From: from.Id, To: to.Id));
        to.MoveItem(item, Index(op.Place, to, item));
        tree.Limits.CheckGrowth(tree, item);
    }

    private RawJson Call(CallOp op)
    {
        CapsuleModel model = Model(op.Id);
        int method = model.ModelType.IndexOfMethod(op.Method);
        if (method < 0 || !model.ModelType.Methods[method].IsExposed)
        {
            throw new CapsuleException(ErrorCode.NotFound, $"The {model.ModelType.Name} has no method '{WireText.Shorten(op.Method)}' that clients may call.");
        }

        DemandCallable(model, method);
        if (!model.ModelType.Methods[method].IsAsync)
        {
            undo?.Note(new(AskedKind.Call, model.Id, method));
            int dirty = tree.Log.Dirty.Count;
            RawJson result = Invocation.Run(model, method, op.Args, turn);
            _validation.NoteChanged(tree.Log, dirty, _op);
            return result;
        }

        outside.Take(Invocation.Prepare(model, method, op.Args));
        return RawJson.Null;
    }

    private CapsuleModel Model(ModelId id) =>
        tree.TryFind(id, out CapsuleModel? model) && _sight.Sees(model) ? model : throw new CapsuleException(ErrorCode.NotFound, $"There is no model {id}.");

    private ModelCollection Collection(ModelId id) =>
        tree.TryFind(id, out ModelCollection? collection) && _sight.Sees(collection) ? collection : throw new CapsuleException(ErrorCode.NotFound, $"There is no collection {id}.");

    private int Editable(CapsuleModel model, string name)
    {
        int attribute = model.ModelType.IndexOfAttribute(name);
        if (attribute < 0)
        {
            throw NoAttribute(model.ModelType, name);
        }

        DemandEditable(model, attribute);
        undo?.Note(new(AskedKind.Edit, model.Id, attribute));
        return attribute;
    }

    private void DemandEditable(CapsuleModel model, int number)
    {
        AttributeInfo attribute = model.ModelType.Attributes[number];
        if (!_sight.SeesAttribute(model, number))
        {
            throw NoAttribute(model.ModelType, attribute.Name);
        }

        Rule.Demand(
            _user,
            $"set '{attribute.Name}' of this {model.ModelType.Name}",
            () => attribute.Access.HasFlag(AttributeAccess.ClientEditable) && attribute.EditableBy?.IsMetBy(_user) != false && model.CanEdit(_user),
            attribute.Name);
    }

    private void DemandRemovable(CapsuleModel item, ModelCollection collection)
    {
        DemandRequirement(collection, "delete from");
        Rule.Demand(_user, $"delete this {item.ModelType.Name}", () => collection.MayRemove(_user, item));
    }

    private void DemandMovable(CapsuleModel item, ModelCollection from, ModelCollection to)
    {
        DemandRequirement(from, "move in");
        DemandRequirement(to, "move in");
        Rule.Demand(_user, $"move this {item.ModelType.Name}", () => from.MayMove(_user, item) && (from == to || to.MayMove(_user, item)));
    }

    private void DemandCallable(CapsuleModel model, int method)
    {
        MethodInfo called = model.ModelType.Methods[method];
        Rule.Demand(
            _user,
            $"call '{called.Name}' on this {model.ModelType.Name}",
            () => called.CallableBy?.IsMetBy(_user) != false && model.CanCall(_user, called.Method));
    }

    /// <summary>The attributes that a change names, all of which there must be.</summary>
    private static List<int> AttributesOf(RawJson change, ModelType type)
    {
        var attributes = new List<int>();
        Utf8JsonReader reader = MportPeek.Object(change, "change");
        for (; MportPeek.NextMember(ref reader); reader.Skip())
        {
            int attribute = AttributeNames.Find(ref reader, type, attributes.Count);
            attributes.Add(attribute >= 0 ? attribute : throw NoAttribute(type, MportPeek.Name(ref reader)));
            reader.Read();
        }

        return attributes;
    }

    private void DemandRequirement(ModelCollection collection, string what) => Rule.Demand(
        _user,
        $"{what} '{collection.Name}' of this {collection.Owner.ModelType.Name}",
        () => collection.Info.EditableBy?.IsMetBy(_user) != false);

    /// <summary>Where a client's place is in the collection: it counts only what its user sees.</summary>
    private int Index(Placement place, ModelCollection collection, CapsuleModel? moving = null)
    {
        IReadOnlyList<CapsuleModel> seen = _sight.Items(collection);
        int own = moving is null || moving.Collection != collection ? -1 : IndexOf(seen, moving.Id);
        int before = place.Before is { } sibling ? IndexOf(seen, sibling) : -1;
        int index = place.Resolve(seen.Count - (own < 0 ? 0 : 1), own >= 0 && own < before ? before - 1 : before);
        int behindOwn = own >= 0 && index >= own ? index + 1 : index;
        int target = behindOwn < seen.Count ? collection.IndexOf(seen[behindOwn]) : collection.Count;
        return own >= 0 && collection.IndexOf(moving!) < target ? target - 1 : target;
    }

    private static int IndexOf(IReadOnlyList<CapsuleModel> items, ModelId id)
    {
        int index = items.Count - 1;
        while (index >= 0 && items[index].Id != id)
        {
            index--;
        }

        return index;
    }

    private static CapsuleException NoAttribute(ModelType type, string name) =>
        new(ErrorCode.NotFound, $"There is no attribute '{WireText.Shorten(name)}' in '{type.Name}'.", WireText.Shorten(name));
}
