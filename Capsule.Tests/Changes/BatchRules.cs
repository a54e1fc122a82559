using System.Text.Json.Nodes;

namespace Capsule.Tests.Changes;

/// <summary>The rules of PROTOCOL about a batch, checked against the states before and after it.</summary>
internal static class BatchRules
{
    public static void Check(JsonArray events, NaiveReplica before, NaiveReplica after)
    {
        List<JsonObject> all = [.. events.Select(happened => happened!.AsObject())];
        List<JsonObject> structure = [.. all.TakeWhile(happened => Kind(happened) != "change")];
        List<JsonObject> changes = [.. all.Skip(structure.Count)];
        Assert.That(changes.Select(Kind), Is.All.EqualTo("change"), "structure comes first");
        Assert.That(structure.Select(Target), Is.Unique, "one structure event for an item");
        Assert.That(changes.Select(Target), Is.Unique, "one change for a model");

        HashSet<string> inNew = [.. structure.Where(happened => Kind(happened) is "add" or "child" && happened["data"] is not null).SelectMany(add => NaiveReplica.ModelIds(add["data"]!))];
        foreach (JsonObject happened in structure)
        {
            CheckStructure(happened, before, after, inNew);
        }

        foreach (JsonObject change in changes)
        {
            CheckChange(change, before, after, inNew);
        }
    }

    private static void CheckStructure(JsonObject happened, NaiveReplica before, NaiveReplica after, HashSet<string> inNew)
    {
        string id = Target(happened);
        switch (Kind(happened))
        {
            case "add":
                Assert.That(before.Models.ContainsKey(id), Is.False, "what is added was not there");
                Assert.That(after.Models.ContainsKey(id), "what is added is there");
                Assert.That(happened["data"]!.ToJsonString(), Is.EqualTo(after.Models[id].ToJsonString()), "an add has the final state");
                break;
            case "remove":
                Assert.That(before.Models.ContainsKey(id), "what is removed was there");
                Assert.That(!after.Models.ContainsKey(id) || inNew.Contains(id), "what is removed is gone, or came back inside something new");
                break;
            case "child":
                (string parent, string name) = ((string)happened["id"]!, (string)happened["name"]!);
                Assert.That(inNew, Does.Not.Contain(parent), "nothing is told about the inside of a new model");
                Assert.That(JsonNode.DeepEquals(happened["data"], before.Models[parent]["models"]![name]), Is.False, "only what differs");
                Assert.That(JsonNode.DeepEquals(happened["data"], after.Models[parent]["models"]![name]) || happened["data"] is null, "the child after the turn");
                break;
            case "move":
                Assert.That(before.Models.ContainsKey(id) && after.Models.ContainsKey(id), "what is moved was there and is");
                Assert.That(inNew, Does.Not.Contain(id), "nothing is told about the inside of a new model");
                break;
        }
    }

    private static void CheckChange(JsonObject change, NaiveReplica before, NaiveReplica after, HashSet<string> inNew)
    {
        string id = Target(change);
        JsonObject data = change["data"]!.AsObject();
        Assert.That(data, Is.Not.Empty);
        Assert.That(inNew, Does.Not.Contain(id), "nothing is told about the inside of a new model");
        foreach ((string name, JsonNode? value) in data)
        {
            Assert.That(JsonNode.DeepEquals(value, before.Models[id]["attrs"]![name]), Is.False, "only what differs");
            Assert.That(JsonNode.DeepEquals(value, after.Models[id]["attrs"]![name]), "the value after the turn");
        }
    }

    private static string Kind(JsonObject happened) => (string)happened["event"]!;

    private static string Target(JsonObject happened) => Kind(happened) switch
    {
        "add" => NaiveReplica.Id(happened["data"]!),
        "child" => $"{happened["id"]} {happened["name"]} {happened["data"] is null}",
        _ => (string)happened["id"]!,
    };
}
