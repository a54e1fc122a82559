using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capsule.Protocol;

namespace Capsule.Tests.Access.Seeing;

/// <summary>Random ops on anything that is in a court, seen or not.</summary>
internal static class CourtOps
{
    /// <summary>An op, with the ids that it names, the first of which is the one that an attribute is of.</summary>
    public static (Op Op, string[] Named, string? Attribute) Random(Random random, JsonNode court, string[] names, Func<string> marker)
    {
        var models = new List<(string Kind, string Id)>();
        var collections = new List<(string Kind, string Id)>();
        Collect(court, "court", models, collections);
        string thing = Pick(models, "thing") ?? Guid.NewGuid().ToString();
        switch (random.Next(8))
        {
            case 0:
                (string place, string item) = Any(collections);
                var added = new JsonObject { [item == "room" ? "name" : "label"] = marker() };
                if (item == "thing")
                {
                    added["owner"] = random.Next(2) == 0 ? "" : names[random.Next(names.Length)];
                }

                return (new AddOp(ModelId.Parse(place), Json(added)), [place], null);
            case 1:
                string gone = Pick(models, random.Next(3) == 0 ? "room" : "thing") ?? thing;
                return (new DeleteOp(ModelId.Parse(gone)), [gone], null);
            case 2:
                string to = Pick(collections, "thing")!;
                return (new MoveOp(ModelId.Parse(to), ModelId.Parse(thing), Placement.At(random.Next(4))), [thing, to], null);
            case 3:
                return (new CallOp(ModelId.Parse(thing), "polish", RawJson.EmptyArray), [thing], null);
            case 4:
                string room = Pick(models, "room") ?? thing;
                return (new SetOp(ModelId.Parse(room), Json(random.Next(2) == 0 ? new JsonObject { ["isOpen"] = random.Next(2) == 0 } : new JsonObject { ["guests"] = new JsonArray(names[random.Next(names.Length)]) })), [room], null);
            default:
                (string id, string kind) = Any(models);
                (string attribute, JsonNode value) = Attribute(random, kind, names, marker);
                return (new SetOp(ModelId.Parse(id), Json(new JsonObject { [attribute] = value })), [id], attribute);
        }

        string? Pick(List<(string Kind, string Id)> all, string kind)
        {
            (string Kind, string Id)[] some = [.. all.Where(one => one.Kind == kind)];
            return some.Length == 0 ? null : some[random.Next(some.Length)].Id;
        }

        (string Id, string Kind) Any(List<(string Kind, string Id)> all)
        {
            (string kind, string id) = all[random.Next(all.Count)];
            return (id, kind);
        }
    }

    /// <summary>A turn as a gateway reads it from a socket.</summary>
    public static TurnMessage Message(long number, Op op)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ClientMessageJson.Write(writer, new TurnMessage(number, 0, [op]));
        }

        return (TurnMessage)ClientMessageJson.Read(buffer.WrittenMemory);
    }

    private static (string Attribute, JsonNode Value) Attribute(Random random, string kind, string[] names, Func<string> marker)
    {
        string[] texts = kind switch
        {
            "court" => ["title", "memo", "budget", "secret", "pin", "host", "whisper", "nod"],
            "room" => ["name"],
            "thing" => ["label", "face", "owner"],
            "tag" => ["text"],
            "vault" => ["code"],
            _ => ["act"],
        };
        string attribute = texts[random.Next(texts.Length)];
        return (attribute, attribute is "host" or "owner" ? names[random.Next(names.Length)] : marker());
    }

    private static void Collect(JsonNode model, string kind, List<(string Kind, string Id)> models, List<(string Kind, string Id)> collections)
    {
        models.Add((kind, (string)model["attrs"]!["id"]!));
        foreach ((string name, JsonNode? collection) in model["collections"]?.AsObject() ?? [])
        {
            string item = name is "rooms" or "backrooms" or "inner" ? "room" : "thing";
            collections.Add((item, (string)collection!["id"]!));
            foreach (JsonNode? one in collection["models"]!.AsArray())
            {
                Collect(one!, item, models, collections);
            }
        }

        foreach ((string name, JsonNode? child) in model["models"]?.AsObject() ?? [])
        {
            Collect(child!, name, models, collections);
        }
    }

    private static RawJson Json(JsonObject value) => RawJson.Parse(value.ToJsonString());
}
