using System.Runtime.InteropServices;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Snapshots;

namespace Capsule;

/// <summary>What a tree knows of its clients as JSON, for stores: <c>[{"client":…,"user":…,"last":…,"turns":[{"number":…,"hash":…,"verdict":…}]}]</c>. Verdicts stay letter for letter.</summary>
public static class ClientStateJson
{
    /// <summary>How much deeper than alone a verdict lies.</summary>
    private const int Levels = 4;

    /// <summary>Writes the list.</summary>
    public static RawJson Write(IReadOnlyList<ClientState> clients)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return ExportBuffer.Json(clients, static (writer, clients) =>
        {
            writer.WriteStartArray();
            foreach (ClientState client in clients)
            {
                Write(writer, client);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Reads what <see cref="Write(IReadOnlyList{ClientState})"/> wrote. Members that it does not know are left out.</summary>
    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<ClientState> Read(RawJson json)
    {
        using JsonDocument document = JsonDocument.Parse(json.Utf8, new JsonDocumentOptions { MaxDepth = CapsuleJson.MaxDepth + Levels });
        return [.. document.RootElement.EnumerateArray().Select(ReadClient)];
    }

    private static void Write(Utf8JsonWriter writer, ClientState client)
    {
        writer.WriteStartObject();
        writer.WriteString("client"u8, client.Client);
        writer.WriteString("user"u8, client.User);
        writer.WriteNumber("last"u8, client.Last);
        writer.WriteString("lastUsed"u8, client.LastUsed);
        writer.WriteStartArray("turns"u8);
        foreach (RecordedTurn turn in client.Turns)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number"u8, turn.Number);
            writer.WriteString("hash"u8, turn.Hash);
            writer.WritePropertyName("verdict"u8);
            turn.Verdict.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ClientState ReadClient(JsonElement client)
    {
        Guid id = client.GetProperty("client"u8).GetGuid();
        return new ClientState(
            id,
            client.GetProperty("user"u8).GetString(),
            client.GetProperty("last"u8).GetInt64(),
            [.. client.GetProperty("turns"u8).EnumerateArray().Select(turn => ReadTurn(id, turn))],
            client.TryGetProperty("lastUsed"u8, out JsonElement lastUsed) ? lastUsed.GetDateTimeOffset() : default);
    }

    private static RecordedTurn ReadTurn(Guid client, JsonElement turn) => new(
        client,
        turn.GetProperty("number"u8).GetInt64(),
        turn.GetProperty("hash"u8).GetString()!,
        new RawJson(JsonMarshal.GetRawUtf8Value(turn.GetProperty("verdict"u8)).ToArray()));
}
