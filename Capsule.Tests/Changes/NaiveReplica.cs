using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Capsule.Tests.Changes;

/// <summary>What a simple client in another language would write: plain objects, a dictionary of ids, splices. It shares no code with the
/// runtime and throws at the first event that does not fit what it has.</summary>
internal sealed class NaiveReplica
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    private readonly JsonObject _root;

    public NaiveReplica(string xport)
    {
        _root = Parse(xport).AsObject();
        Register(_root);
    }

    /// <summary>Id → the model's object in the state.</summary>
    public Dictionary<string, JsonObject> Models { get; } = [];

    /// <summary>Id → the collection's list of models.</summary>
    public Dictionary<string, JsonArray> Collections { get; } = [];

    public string Json => _root.ToJsonString(Compact);

    /// <summary>The ids of the model and of all models below it.</summary>
    public static IEnumerable<string> ModelIds(JsonNode model) =>
        [Id(model), .. Members(model, "models").SelectMany(ModelIds), .. Members(model, "collections").SelectMany(Items).SelectMany(ModelIds)];

    public static JsonNode Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!;

    public static string Id(JsonNode model) => (string)model["attrs"]!["id"]!;

    public void Apply(string events)
    {
        foreach (JsonNode? happened in Parse(events).AsArray())
        {
            Apply(happened!.AsObject());
        }
    }

    /// <summary>Takes all items out of collections.</summary>
    public void Empty(IEnumerable<string> collections)
    {
        foreach (string collection in collections)
        {
            foreach (string item in Collections[collection].Select(static item => Id(item!)).ToArray())
            {
                Apply(new JsonObject { ["event"] = "remove", ["id"] = item, ["collection"] = collection });
            }
        }
    }

    private static IEnumerable<JsonNode> Members(JsonNode model, string name) => model[name] is JsonObject members ? members.Select(member => member.Value!) : [];

    private static IEnumerable<JsonNode> Items(JsonNode collection) => collection["models"]!.AsArray().Select(item => item!);

    private void Apply(JsonObject happened)
    {
        switch ((string)happened["event"]!)
        {
            case "change":
                JsonObject attributes = Models[Text(happened, "id")]["attrs"]!.AsObject();
                foreach ((string name, JsonNode? value) in happened["data"]!.AsObject())
                {
                    attributes[name] = attributes.ContainsKey(name) ? value?.DeepClone() : throw new InvalidOperationException($"no attribute {name}");
                }

                break;
            case "add":
                JsonNode added = happened["data"]!.DeepClone();
                Splice(Collections[Text(happened, "collection")], (int)happened["at"]!, added);
                Register(added);
                break;
            case "remove":
                Unregister(Splice(Collections[Text(happened, "collection")], Text(happened, "id")));
                break;
            case "move":
                string to = Text(happened, "collection");
                JsonNode moved = Splice(Collections[(string?)happened["from"] ?? to], Text(happened, "id"));
                Splice(Collections[to], (int)happened["newPosition"]!, moved);
                break;
            case "child":
                Replace(Models[Text(happened, "id")]["models"]!.AsObject(), Text(happened, "name"), happened["data"]?.DeepClone());
                break;
            default:
                throw new InvalidOperationException($"unknown event {happened}");
        }
    }

    private void Replace(JsonObject children, string name, JsonNode? child)
    {
        if (children[name] is { } former)
        {
            Unregister(former);
        }

        if (child is null)
        {
            children.Remove(name);
            return;
        }

        children[name] = child;
        Register(child);
    }

    private static string Text(JsonObject happened, string member) => (string)happened[member]!;

    private static JsonNode Splice(JsonArray items, string id)
    {
        for (int index = 0; index < items.Count; index++)
        {
            JsonNode item = items[index]!;
            if (Id(item) == id)
            {
                items.RemoveAt(index);
                return item;
            }
        }

        throw new InvalidOperationException($"{id} is not in this collection");
    }

    private static void Splice(JsonArray items, int position, JsonNode item)
    {
        for (JsonNode? above = items; above is not null; above = above.Parent)
        {
            if (above == item)
            {
                throw new InvalidOperationException($"{Id(item)} would be below itself");
            }
        }

        items.Insert(position, item);
    }

    private void Register(JsonNode model)
    {
        Models.Add(Id(model), model.AsObject());
        foreach (JsonNode child in Members(model, "models"))
        {
            Register(child);
        }

        foreach (JsonNode collection in Members(model, "collections"))
        {
            Collections.Add((string)collection["id"]!, collection["models"]!.AsArray());
            foreach (JsonNode item in Items(collection))
            {
                Register(item);
            }
        }
    }

    private void Unregister(JsonNode model)
    {
        Models.Remove(Id(model));
        foreach (JsonNode child in Members(model, "models"))
        {
            Unregister(child);
        }

        foreach (JsonNode collection in Members(model, "collections"))
        {
            Collections.Remove((string)collection["id"]!);
            foreach (JsonNode item in Items(collection))
            {
                Unregister(item);
            }
        }
    }
}
