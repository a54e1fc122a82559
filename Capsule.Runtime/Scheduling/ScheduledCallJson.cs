using System.Runtime.InteropServices;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule;

/// <summary>What is scheduled as JSON, for stores: <c>[{"id":…,"due":…,"model":…,"method":…,"arguments":[…]}]</c>.</summary>
public static class ScheduledCallJson
{
    /// <summary>Writes the list.</summary>
    public static RawJson Write(IReadOnlyList<ScheduledCall> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        return ExportBuffer.Json(calls, static (writer, calls) =>
        {
            writer.WriteStartArray();
            foreach (ScheduledCall call in calls)
            {
                writer.WriteStartObject();
                writer.WriteString("id"u8, call.Id.Value);
                writer.WriteString("due"u8, call.Due);
                writer.WriteString("model"u8, call.Model.Value);
                writer.WriteString("method"u8, call.Method);
                writer.WritePropertyName("arguments"u8);
                call.Arguments.WriteTo(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Members that it does not know are left out.</summary>
    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<ScheduledCall> Read(RawJson json)
    {
        using JsonDocument document = JsonDocument.Parse(json.Utf8, new JsonDocumentOptions { MaxDepth = CapsuleJson.MaxDepth + 2 });
        return [.. document.RootElement.EnumerateArray().Select(call => new ScheduledCall(
            new ModelId(call.GetProperty("id"u8).GetGuid()),
            call.GetProperty("due"u8).GetDateTimeOffset(),
            new ModelId(call.GetProperty("model"u8).GetGuid()),
            call.GetProperty("method"u8).GetString()!,
            new RawJson(JsonMarshal.GetRawUtf8Value(call.GetProperty("arguments"u8)).ToArray())))];
    }
}
