using System.Text.Json.Nodes;

namespace Capsule.Tests.Access.Seeing;

/// <summary>What a user may see of a court, worked out on its JSON from what the classes say, by hand: it shares no code with the runtime.</summary>
internal sealed class CourtOracle(JsonNode court, string user, IReadOnlySet<string> roles, bool audits)
{
    private readonly HashSet<string> _models = [];
    private readonly HashSet<string> _collections = [];
    private readonly HashSet<(string Model, string Attribute)> _hidden = [];

    /// <summary>Whether they may be in the court at all.</summary>
    public bool MayJoin => !Texts(court, "banned").Contains(user);

    /// <summary>The ids of the models that they see.</summary>
    public IReadOnlySet<string> Models => _models;

    /// <summary>The ids of the collections that they see.</summary>
    public IReadOnlySet<string> Collections => _collections;

    /// <summary>What is not there for them of models that they see: id and attribute.</summary>
    public IReadOnlySet<(string Model, string Attribute)> Hidden => _hidden;

    private bool IsStaff => roles.Contains("staff");

    private bool IsHost => Text(court, "host") == user;

    public JsonObject State()
    {
        _models.Clear();
        _collections.Clear();
        _hidden.Clear();
        _ = Court();
        return Court();
    }

    private JsonObject Court()
    {
        JsonObject attributes = Attributes(court, "title", "host", "banned", "whisper");
        if (IsThere(court, "memo", IsStaff || roles.Contains("chief")))
        {
            attributes["memo"] = Value(court, "memo");
        }

        if (IsThere(court, "budget", audits))
        {
            attributes["budget"] = Value(court, "budget");
        }

        _ = IsThere(court, "secret", false);
        attributes["pin"] = IsThere(court, "pin", IsHost) ? Value(court, "pin") : null;
        attributes["nod"] = IsThere(court, "nod", IsHost) ? Value(court, "nod") : null;
        attributes["crown"] = Reference(court, "crown");
        var collections = new JsonObject
        {
            ["rooms"] = Collection(court, "rooms", room => Room(room)),
            ["trophies"] = Collection(court, "trophies", thing => IsHost ? Thing(thing, null) : null),
        };
        if (IsStaff)
        {
            collections["backrooms"] = Collection(court, "backrooms", room => Room(room));
        }

        var models = new JsonObject();
        if (audits)
        {
            JsonNode vault = court["models"]!["vault"]!;
            models["vault"] = Model(vault, Attributes(vault, "code"), new() { ["things"] = Collection(vault, "things", thing => Thing(thing, null)) });
        }

        if (court["models"]!["stage"] is { } stage && !Flag(stage, "curtain"))
        {
            models["stage"] = Model(stage, Attributes(stage, "act", "curtain"), new() { ["props"] = Collection(stage, "props", thing => Thing(thing, null)) });
        }

        return Model(court, attributes, collections, models);
    }

    private JsonObject? Room(JsonNode room)
    {
        if (!Flag(room, "isOpen") && !Texts(room, "guests").Contains(user))
        {
            return null;
        }

        JsonObject attributes = Attributes(room, "name", "guests", "isOpen");
        attributes["featured"] = Reference(room, "featured");
        return Model(room, attributes, new()
        {
            ["things"] = Collection(room, "things", thing => Thing(thing, room)),
            ["inner"] = Collection(room, "inner", inner => Room(inner)),
            ["dust"] = Collection(room, "dust", thing => Thing(thing, room)),
        });
    }

    private JsonObject? Thing(JsonNode thing, JsonNode? room)
    {
        string owner = Text(thing, "owner");
        if (owner.Length > 0 && owner != user && (room is null || !Flag(room, "isOpen")))
        {
            return null;
        }

        JsonNode? tag = thing["models"]!["tag"];
        JsonObject attributes = Attributes(thing, "label", "owner", "faceUp");
        attributes["face"] = IsThere(thing, "face", Flag(thing, "faceUp") || owner == user || (tag is not null && Flag(tag, "isHidden"))) ? Value(thing, "face") : null;
        attributes["twin"] = IsThere(thing, "twin", owner == user) ? Reference(thing, "twin") : null;
        var models = new JsonObject();
        if (tag is not null && !Flag(tag, "isHidden"))
        {
            models["tag"] = Model(tag, Attributes(tag, "text", "isHidden"));
        }

        return Model(thing, attributes, models: models);
    }

    private JsonObject Model(JsonNode model, JsonObject attributes, JsonObject? collections = null, JsonObject? models = null)
    {
        _models.Add(Text(model, "id"));
        var seen = new JsonObject { ["attrs"] = attributes };
        if (collections is not null)
        {
            seen["collections"] = collections;
        }

        if (models is not null)
        {
            seen["models"] = models;
        }

        return seen;
    }

    private JsonObject Collection(JsonNode owner, string name, Func<JsonNode, JsonObject?> see)
    {
        JsonNode collection = owner["collections"]![name]!;
        if (name != "trophies" || IsHost)
        {
            _collections.Add((string)collection["id"]!);
        }

        var items = new JsonArray();
        foreach (JsonNode? item in collection["models"]!.AsArray())
        {
            if (see(item!) is { } seen)
            {
                items.Add(seen);
            }
        }

        return new JsonObject { ["id"] = (string)collection["id"]!, ["models"] = items };
    }

    private bool IsThere(JsonNode model, string attribute, bool isThere)
    {
        if (!isThere)
        {
            _hidden.Add((Text(model, "id"), attribute));
        }

        return isThere;
    }

    private JsonNode? Reference(JsonNode model, string name) => (string?)model["attrs"]![name] is { } target && _models.Contains(target) ? target : null;

    private static JsonObject Attributes(JsonNode model, params string[] names)
    {
        var attributes = new JsonObject { ["id"] = Text(model, "id") };
        foreach (string name in names)
        {
            attributes[name] = Value(model, name);
        }

        return attributes;
    }

    private static JsonNode? Value(JsonNode model, string name) => model["attrs"]![name]?.DeepClone();

    private static string Text(JsonNode model, string name) => (string)model["attrs"]![name]!;

    private static bool Flag(JsonNode model, string name) => (bool)model["attrs"]![name]!;

    private static IEnumerable<string> Texts(JsonNode model, string name) => model["attrs"]![name]!.AsArray().Select(static one => (string)one!);
}
