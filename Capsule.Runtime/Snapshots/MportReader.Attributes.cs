using System.Text.Json;
using Capsule.Internals;

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
            if (source == MportSource.Client)
            {
                RefuseUnlessEditable(model.ModelType.Attributes[attribute]);
            }

            reader.Read();
            ReadAttribute(ref reader, model, attribute);
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

    private static void RefuseUnlessEditable(AttributeInfo attribute)
    {
        if (attribute.Access.HasFlag(AttributeAccess.ServerOnly))
        {
            throw new CapsuleException(ErrorCode.NotFound, $"There is no attribute '{attribute.Name}'.", attribute.Name);
        }

        if (!attribute.Access.HasFlag(AttributeAccess.ClientEditable))
        {
            throw new CapsuleException(ErrorCode.Forbidden, $"The attribute '{attribute.Name}' is not for clients to set.", attribute.Name);
        }
    }

    private void Ignore(ref Utf8JsonReader reader, ModelType type)
    {
        string name = MportPeek.Name(ref reader);
        if (source == MportSource.Client)
        {
            throw new CapsuleException(ErrorCode.NotFound, $"There is no '{name}' in '{type.Name}'.", name);
        }

        _ignored.Add($"{type.Name}.{name}");
        reader.Read();
        reader.Skip();
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
