using System.Text.Json;
using Capsule.Internals;
using Capsule.Protocol;

namespace Capsule.Snapshots;

internal sealed partial class MportReader
{
    private void ReadAttributes(ref Utf8JsonReader reader, CapsuleModel model, bool isNew)
    {
        Expect(ref reader, JsonTokenType.StartObject, "attrs");
        ReadAttributeMembers(ref reader, model, isNew);
    }

    private void ReadAttributeMembers(ref Utf8JsonReader reader, CapsuleModel model, bool isNew)
    {
        int next = 0;
        while (MportPeek.NextMember(ref reader))
        {
            ReadMember(ref reader, model, isNew, ref next);
        }
    }

    /// <summary>Reads one attribute, or the id.</summary>
    /// <param name="next">The attribute that an export would have here: tried first.</param>
    private void ReadMember(ref Utf8JsonReader reader, CapsuleModel model, bool isNew, ref int next)
    {
        if (next == 0 && reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            TakeId(ref reader, model, isNew);
            return;
        }

        int attribute = FindAttribute(ref reader, model.ModelType, next);
        if (attribute >= 0)
        {
            if (sight?.RefuseToTake(model.ModelType, attribute) is { } refusal)
            {
                throw refusal;
            }

            reader.Read();
            if (source != MportSource.Replica && (model.ModelType.ComputedAttributes & (1UL << attribute)) != 0)
            {
                reader.Skip();
            }
            else if (ReadAttribute(ref reader, model, attribute) is { } target)
            {
                _references.Add(model, attribute, target);
            }

            next = attribute + 1;
        }
        else if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            TakeId(ref reader, model, isNew);
        }
        else
        {
            Ignore(ref reader, model.ModelType);
        }
    }

    private void TakeId(ref Utf8JsonReader reader, CapsuleNode node, bool isNew)
    {
        if (!AttributeJson.TryReadGuid(ref reader, out Guid value) || value == Guid.Empty)
        {
            throw new CapsuleException(ErrorCode.Invalid, "An id must be a UUID of 36 characters, and not all zeros.");
        }

        var id = new ModelId(value);
        if (isNew)
        {
            node.Adopt(id);
        }
        else if (node.Id != id)
        {
            tree.Reidentify(node, id);
        }
    }

    private void Ignore(ref Utf8JsonReader reader, ModelType type)
    {
        string name = MportPeek.Name(ref reader);
        if (source == MportSource.Client)
        {
            throw new CapsuleException(ErrorCode.NotFound, $"There is no '{WireText.Shorten(name)}' in '{type.Name}'.", WireText.Shorten(name));
        }

        _ignored.Add($"{type.Name}.{name}");
        reader.Read();
        reader.Skip();
    }

    /// <summary>Clients propose an id for each collection that their mirror has, also for those that are not for this user. With nothing in it there is nothing to refuse.</summary>
    private void IgnoreCollection(ref Utf8JsonReader reader, ModelType type)
    {
        if (source == MportSource.Client && MportPeek.IsEmptyCollection(reader))
        {
            reader.Read();
            reader.Skip();
        }
        else
        {
            Ignore(ref reader, type);
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token, string what)
    {
        if (reader.TokenType != token)
        {
            string form = token == JsonTokenType.StartArray ? "a list" : "an object";
            throw new CapsuleException(ErrorCode.Invalid, $"'{what}' must be {form}.");
        }
    }
}
