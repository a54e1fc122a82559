using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Browser;

/// <summary>Finds ids in the export of a board.</summary>
internal sealed class BoardExport(RawJson export)
{
    private readonly JsonElement _board = JsonDocument.Parse(export.Utf8).RootElement;

    public ModelId Board => Id(_board.GetProperty("attrs"));

    public ModelId Entries => Id(Of("activity", "entries"));

    public ModelId People => Id(Of("presence", "people"));

    public ModelId Lane(string title) => Id(LaneExport(title).GetProperty("attrs"));

    /// <summary>The collection with a lane's cards.</summary>
    public ModelId Cards(string lane) => Id(LaneExport(lane).GetProperty("collections").GetProperty("cards"));

    public ModelId Card(string title) => Id(Items(_board, "lanes")
        .SelectMany(lane => Items(lane, "cards"))
        .Select(card => card.GetProperty("attrs"))
        .Single(card => card.GetProperty("title").GetString() == title));

    public string Title => _board.GetProperty("attrs").GetProperty("title").GetString()!;

    /// <summary>Who is there.</summary>
    public IEnumerable<string> Present => Of("presence", "people").GetProperty("models").EnumerateArray().Select(person => person.GetProperty("attrs").GetProperty("name").GetString()!);

    private JsonElement Of(string child, string collection) =>
        _board.GetProperty("models").GetProperty(child).GetProperty("collections").GetProperty(collection);

    private JsonElement LaneExport(string title) =>
        Items(_board, "lanes").Single(lane => lane.GetProperty("attrs").GetProperty("title").GetString() == title);

    private static IEnumerable<JsonElement> Items(JsonElement model, string collection) =>
        model.GetProperty("collections").GetProperty(collection).GetProperty("models").EnumerateArray();

    private static ModelId Id(JsonElement element) => ModelId.Parse(element.GetProperty("id").GetString()!);
}
