using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Internals;

namespace Capsule.Snapshots;

/// <summary>Takes the data of an export, or of a client's add, into models. What is new is filled before it is put in, so that its add is
/// one step; what is there already is changed in place.</summary>
/// <param name="sight">Of a client's data: what its user sees.</param>
/// <param name="references">Where the references go whose targets are found later, by whoever gives it; without it, the reader's own.</param>
internal sealed partial class MportReader(ModelTree tree, MportSource source, NamedReferences? references = null, UserSight? sight = null)
{
    private readonly HashSet<string> _ignored = [];
    private readonly NamedReferences _references = references ?? new NamedReferences();
    private readonly List<UnknownReference> _unknown = [];

    /// <summary>Reads one value into a model, in a turn.</summary>
    public static MportResult Read(ref Utf8JsonReader reader, CapsuleModel target, MportOptions options, bool wholeDocument)
    {
        ModelTree tree = target.Tree;
        var import = new MportReader(tree, options.Replace ? MportSource.Replacing : MportSource.Merging);
        bool opened = tree.OpenTurn(options.Silent);
        try
        {
            import.ReadDocument(ref reader, target, wholeDocument);
        }
        catch (Exception exception)
        {
            tree.Fail(exception, opened);
            throw;
        }

        if (opened)
        {
            tree.Commit();
        }

        return new MportResult(import._ignored) { Unknown = import._unknown };
    }

    /// <summary>Makes a model of a client's data; it is in no collection yet.</summary>
    /// <exception cref="CapsuleException">The data do not fit, or name what a client may not give.</exception>
    public CapsuleModel ReadNew(RawJson data, ModelType type)
    {
        var reader = new Utf8JsonReader(data.Utf8.Span, CapsuleJson.ReaderOptions);
        return Guarded(ref reader, (ref Utf8JsonReader inner) =>
        {
            inner.Read();
            return ReadItem(ref inner, type);
        });
    }

    /// <summary>Sets the attributes that a change event names.</summary>
    public void ReadChange(CapsuleModel model, RawJson change)
    {
        var reader = new Utf8JsonReader(change.Utf8.Span, CapsuleJson.ReaderOptions);
        Guarded(ref reader, (ref Utf8JsonReader inner) =>
        {
            inner.Read();
            ReadAttributes(ref inner, model, isNew: false);
            return model;
        });
    }

    private void ReadDocument(ref Utf8JsonReader reader, CapsuleModel target, bool wholeDocument)
    {
        tree.Replaced = source == MportSource.Replacing ? target : null;
        try
        {
            ReadWhole(ref reader, target, wholeDocument);
        }
        finally
        {
            tree.Replaced = null;
        }
    }

    private void ReadWhole(ref Utf8JsonReader reader, CapsuleModel target, bool wholeDocument) =>
        Guarded(ref reader, (ref Utf8JsonReader inner) =>
        {
            if (inner.TokenType == JsonTokenType.None)
            {
                inner.Read();
            }

            ReadModel(ref inner, target, isNew: false);
            if (wholeDocument)
            {
                inner.Read();
            }

            DoPostponed();
            _references.Resolve(tree, _unknown);
            return target;
        });

    private delegate TResult ReadValue<out TResult>(ref Utf8JsonReader reader);

    /// <summary>Malformed JSON is the sender's mistake like any other.</summary>
    private static TResult Guarded<TResult>(ref Utf8JsonReader reader, ReadValue<TResult> read)
    {
        try
        {
            return read(ref reader);
        }
        catch (JsonException exception)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The data are no valid JSON: {exception.Message}", inner: exception);
        }
    }

    private void ReadModel(ref Utf8JsonReader reader, CapsuleModel model, bool isNew)
    {
        Expect(ref reader, JsonTokenType.StartObject, model.ModelType.Name);
        ReadMembers(ref reader, model, isNew, isFlat: null);
    }

    /// <param name="isFlat">Whether the members are the attributes; null while that is unknown.</param>
    private void ReadMembers(ref Utf8JsonReader reader, CapsuleModel model, bool isNew, bool? isFlat)
    {
        ModelType type = model.ModelType;
        int next = 0;
        while (MportPeek.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("attrs"u8))
            {
                isFlat = false;
                reader.Read();
                ReadAttributes(ref reader, model, isNew);
            }
            else if (reader.ValueTextEquals("collections"u8))
            {
                reader.Read();
                ReadCollections(ref reader, model, isNew);
            }
            else if (reader.ValueTextEquals("models"u8))
            {
                reader.Read();
                ReadChildren(ref reader, model, isNew);
            }
            else if (source != MportSource.Client && reader.ValueTextEquals(ModelTree.OwnerMember))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid owner))
                {
                    tree.Own(model, owner);
                }
                else
                {
                    reader.Skip();
                }
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                ReadType(ref reader, type);
            }
            else if (isFlat ??= !MportPeek.HasAttrsBehind(reader))
            {
                ReadMember(ref reader, model, isNew, ref next);
            }
            else
            {
                Ignore(ref reader, type);
            }
        }
    }

    private void ReadCollections(ref Utf8JsonReader reader, CapsuleModel model, bool isNew)
    {
        ModelType type = model.ModelType;
        Expect(ref reader, JsonTokenType.StartObject, "collections");
        while (MportPeek.NextMember(ref reader))
        {
            int index = 0;
            while (index < type.Collections.Length && !reader.ValueTextEquals(type.Collections[index].Utf8Name))
            {
                index++;
            }

            index = index == type.Collections.Length ? FindFormer(ref reader, type.History.Collections) : index;
            if (index < 0 || sight?.KnowsPlace(type, Place.Collections + index) == false)
            {
                IgnoreCollection(ref reader, type);
                continue;
            }

            reader.Read();
            ReadCollection(ref reader, model.CollectionAt(index), isNew);
        }
    }

    private void ReadCollection(ref Utf8JsonReader reader, ModelCollection collection, bool isNew)
    {
        Expect(ref reader, JsonTokenType.StartObject, collection.Name);
        while (MportPeek.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.Null)
                {
                    TakeId(ref reader, collection, isNew);
                }
            }
            else if (reader.ValueTextEquals("models"u8))
            {
                reader.Read();
                if (isNew)
                {
                    collection.Clear();
                }

                ReadItems(ref reader, collection);
            }
            else
            {
                Ignore(ref reader, collection.Owner.ModelType);
            }
        }
    }

    private void ReadItems(ref Utf8JsonReader reader, ModelCollection collection)
    {
        Expect(ref reader, JsonTokenType.StartArray, collection.Name);
        ModelType type = collection.ItemType;
        if (source == MportSource.Replacing)
        {
            ReadReplacement(ref reader, collection, type);
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            CapsuleModel item = ReadItem(ref reader, type);
            if (item.Collection is null)
            {
                collection.InsertItem(collection.Count, item);
            }
            else if (item.Collection != collection)
            {
                _postponed.Add(() => Keep(item, collection));
            }
        }
    }

    /// <summary>Reads the item that the data are about: the one known by its id, changed in place, or a new one that is nowhere yet.</summary>
    private CapsuleModel ReadItem(ref Utf8JsonReader reader, ModelType declared)
    {
        ModelType type = MportPeek.Type(reader, declared);
        Utf8JsonReader start = reader;
        if (MportPeek.ReadLeadingId(ref reader, behindType: declared.IsFamily) is { } leading)
        {
            CapsuleModel exported = ItemFor(leading, type, out bool isNew);
            ReadAttributeMembers(ref reader, exported, isNew);
            ReadMembers(ref reader, exported, isNew, isFlat: false);
            return exported;
        }

        reader = start;
        CapsuleModel item = ItemFor(MportPeek.Id(reader), type, out bool isUnknown);
        ReadModel(ref reader, item, isUnknown);
        return item;
    }

    private CapsuleModel ItemFor(ModelId? id, ModelType type, out bool isNew)
    {
        isNew = true;
        if (id is { } known && tree.Registry.TryFind(known, out CapsuleNode? node))
        {
            isNew = false;
            return node is CapsuleModel { Collection: not null } found && found.ModelType == type && source is not (MportSource.Client or MportSource.Replica)
                ? found
                : throw ModelRegistry.Taken(known);
        }

        CapsuleModel item = type.Create();
        if (id is { } proposed)
        {
            item.Adopt(proposed);
        }

        return item;
    }

    private void ReadChildren(ref Utf8JsonReader reader, CapsuleModel model, bool isNew)
    {
        ModelType type = model.ModelType;
        ulong read = 0;
        Expect(ref reader, JsonTokenType.StartObject, "models");
        while (MportPeek.NextMember(ref reader))
        {
            int index = 0;
            while (index < type.Children.Length && !reader.ValueTextEquals(type.Children[index].Utf8Name))
            {
                index++;
            }

            index = index == type.Children.Length ? FindFormer(ref reader, type.History.Children) : index;
            if (index < 0 || sight?.KnowsPlace(type, Place.Children + index) == false)
            {
                Ignore(ref reader, type);
                continue;
            }

            reader.Read();
            read |= 1UL << index;
            if (model.SlotAt(index) is { } slot)
            {
                ReadSlot(ref reader, slot, isNew);
            }
            else
            {
                ReadModel(ref reader, model.ChildAt(index)!, isNew);
            }
        }

        if (source == MportSource.Replacing)
        {
            EmptySlots(model, read);
        }
    }

    private static void ReadType(ref Utf8JsonReader reader, ModelType type)
    {
        if (reader.TokenType != JsonTokenType.String || !AttributeJson.IsText(ref reader) || !(reader.ValueTextEquals(type.Name) || type.History.WasCalled(ref reader)))
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The data are of another type; here only '{type.Name}' can be.");
        }
    }
}
