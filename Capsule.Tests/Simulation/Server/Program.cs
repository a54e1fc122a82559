using System.Text;
using System.Text.Json;
using Capsule.Tests.Simulation;
using Capsule.Tests.Simulation.Time;

// Each line of the input is {"at": ms, "do": [order, …]}, or begins a world: {"begin": options}. The clock goes to that time, ringing on the way, and stops early when a socket has
// something to say; at that time the orders are obeyed. The answer is a line: {"did": true or false, "now": ms, "next": ms or null, "said": [[socket, base64 or null], …], "errors": […], "answer": …}.
ThreadPool.SetMinThreads(1, 1);
if (!ThreadPool.SetMaxThreads(1, 1))
{
    Console.Error.WriteLine("The pool must have one thread.");
    return 2;
}

var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false), false, 1 << 16);
using Stream output = Console.OpenStandardOutput();
var world = new World(new WorldOptions());
while (input.ReadLine() is { } line)
{
    bool did = true;
    using JsonDocument request = JsonDocument.Parse(line);
    if (request.RootElement.TryGetProperty("begin", out JsonElement options))
    {
        world = new World(options.Deserialize<WorldOptions>(json)!);
    }
    else if (did = await GoToAsync(request.RootElement.GetProperty("at").GetDouble()))
    {
        foreach (JsonElement order in request.RootElement.GetProperty("do").EnumerateArray())
        {
            await Idleness.RunToTheEndAsync(() => world.Obey(order));
        }
    }

    Reply(did);
}

return 0;

async Task<bool> GoToAsync(double end)
{
    while (world.News.IsEmpty)
    {
        Alarm? alarm = world.Timeline.TakeUntil(end);
        if (alarm is null)
        {
            return true;
        }

        await Idleness.RunToTheEndAsync(alarm.Ring);
    }

    return false;
}

void Reply(bool did)
{
    using var buffer = new MemoryStream();
    using (var writer = new Utf8JsonWriter(buffer))
    {
        writer.WriteStartObject();
        writer.WriteBoolean("did", did);
        writer.WriteNumber("now", world.Timeline.Now);
        writer.WritePropertyName("next");
        JsonSerializer.Serialize(writer, world.Timeline.Next);
        writer.WriteStartArray("said");
        foreach ((int socket, byte[]? bytes) in world.News.Take())
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(socket);
            if (bytes is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteBase64StringValue(bytes);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("errors");
        foreach (string error in world.Log.Take())
        {
            writer.WriteStringValue(error);
        }

        writer.WriteEndArray();
        if (world.Answer is { } answer)
        {
            writer.WritePropertyName("answer");
            writer.WriteRawValue(answer);
        }

        writer.WriteEndObject();
    }

    buffer.WriteByte((byte)'\n');
    buffer.WriteTo(output);
    output.Flush();
}
