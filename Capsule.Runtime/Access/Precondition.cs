using System.Buffers;
using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Internals;
using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule.Access;

/// <summary>Compares what a client believes of a model with what is.</summary>
internal static class Precondition
{
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Conflict"/>: an attribute has another value. <see cref="ErrorCode.NotFound"/>:
    /// there is no such attribute for this user.</exception>
    public static void Check(CapsuleModel model, RawJson was, UserSight sight)
    {
        ModelType type = model.ModelType;
        CapsuleModel expected = type.Create();
        Utf8JsonReader reader = MportPeek.Object(was, "was");
        while (MportPeek.NextMember(ref reader))
        {
            int attribute = AttributeNames.Find(ref reader, type, 0);
            if (attribute < 0 || !sight.SeesAttribute(model, attribute))
            {
                string unknown = WireText.Shorten(MportPeek.Name(ref reader));
                throw new CapsuleException(ErrorCode.NotFound, $"There is no attribute '{unknown}' in '{type.Name}'.", unknown);
            }

            reader.Read();
            bool isAsExpected = AttributeNames.Read(ref reader, expected, attribute) is { } target
                ? target == (sight.Target(model.ValueOf(attribute) as CapsuleModel)?.Id ?? default)
                : Json(model, attribute).Equals(Json(expected, attribute));
            if (!isAsExpected)
            {
                string name = type.Attributes[attribute].Name;
                throw new CapsuleException(ErrorCode.Conflict, $"'{name}' is no longer what it was.", name);
            }
        }
    }

    private static RawJson Json(CapsuleModel model, int attribute)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions);
        writer.WriteStartObject();
        model.WriteAttributes(writer, 1UL << attribute);
        writer.WriteEndObject();
        writer.Flush();
        return new(buffer.WrittenMemory);
    }
}
