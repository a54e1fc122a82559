using System.Text;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Changes;

/// <summary>What a tree published, as JSON.</summary>
internal sealed class BatchText
{
    private readonly List<BatchFrame> _batches = [];

    public BatchText(ModelTree tree) => tree.Published += _batches.Add;

    public IReadOnlyList<BatchFrame> Batches => _batches;

    /// <summary>The events of the only batch since the last call.</summary>
    public string TakeOne()
    {
        Assert.That(_batches, Has.Count.EqualTo(1), "batches");
        return Take().Single();
    }

    /// <summary>The events of each batch since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. _batches.Select(batch => Of(batch.Events))];
        _batches.Clear();
        return taken;
    }

    public static string Of(IReadOnlyList<ModelEvent> events)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (ModelEvent happened in events)
            {
                EventJson.Write(writer, happened);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
