using System.Buffers;
using System.Text;
using System.Text.Json;
using Capsule.Tests.Models;

namespace Capsule.Tests.Snapshots;

/// <summary>One export and import in all the forms that JSON comes in.</summary>
public class FormTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions InSmallPieces = new() { DefaultBufferSize = 16 };

    private readonly Folder _root = new() { Title = "Où <est> \"Capsule\"? 𝄞", Weight = 0.1, Tags = ["a", "b"], Secret = "hidden" };

    [OneTimeSetUp]
    public void FillTheRoot()
    {
        _root.Folders.Add(new Folder { Title = "f" }).Drafts.Add(new Sheet { Text = "s" });
        _root.Cover.Color = "red";
    }

    [Test]
    public void The_forms_of_export_agree()
    {
        string text = _root.Xport();
        using var stream = new MemoryStream();
        _root.Xport(stream);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            _root.Xport(writer);
            writer.WriteEndArray();
        }

        Assert.That(Encoding.UTF8.GetString(_root.XportUtf8().Span), Is.EqualTo(text));
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(text));
        Assert.That(Encoding.UTF8.GetString(buffer.WrittenSpan), Is.EqualTo($"[{text}]"));
        Assert.That(JsonSerializer.Serialize(_root, Relaxed), Is.EqualTo(text));
        Assert.That(text, Does.StartWith($$$"""{"attrs":{"id":"{{{_root.Id}}}","title":"Où <est> \"Capsule\"?""").And.Not.Contain("hidden"));
    }

    [Test]
    public void The_forms_of_import_agree()
    {
        string text = _root.Xport(XportOptions.Everything);
        Folder fromText = new(), fromBytes = new(), fromStream = new(), fromReader = new();
        fromText.Mport(text);
        fromBytes.Mport(Encoding.UTF8.GetBytes(text));
        fromStream.Mport(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{text},7]"));
        reader.Read();
        reader.Read();
        fromReader.Mport(ref reader);
        Assert.That(reader.TokenType, Is.EqualTo(JsonTokenType.EndObject));
        Assert.That(reader.Read() && reader.GetInt32() == 7, "the reader stands on the last token of the value");

        foreach (Folder copy in (Folder[])[fromText, fromBytes, fromStream, fromReader])
        {
            Assert.That(FolderTree.Everything(copy), Is.EqualTo(text));
            FolderTree.CheckConsistency(copy);
        }
    }

    [Test]
    public void A_stream_with_a_byte_order_mark_is_taken_in()
    {
        var copy = new Folder();

        copy.Mport(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_root.Xport())]));

        Assert.That(copy.Xport(), Is.EqualTo(_root.Xport()));
    }

    [Test]
    public async Task System_Text_Json_writes_and_reads_models_among_other_things()
    {
        var thing = new Thing("n", _root, [new Sheet { Text = "1" }, new Sheet { Text = "2" }]);
        using var stream = new MemoryStream();
        await JsonSerializer.SerializeAsync(stream, thing);
        stream.Position = 0;

        Thing read = (await JsonSerializer.DeserializeAsync<Thing>(stream, InSmallPieces))!;

        Assert.That(read.Root.Xport(), Is.EqualTo(_root.Xport()));
        Assert.That(read.Sheets.Select(sheet => sheet.Text), Is.EqualTo(["1", "2"]));
        Assert.That(read.Sheets[0].Id, Is.EqualTo(thing.Sheets[0].Id));
    }

    [Test]
    public void Members_come_in_any_order()
    {
        var copy = new Folder();

        copy.Mport($$$$"""{"collections":{"sheets":{"models":[{"number":1,"id":"{{{{ModelId.New()}}}}","text":"flat"}]}},"attrs":{"tags":["t"],"id":"{{{{_root.Id}}}}","title":"late"}}""");

        Assert.That((copy.Id, copy.Title, copy.Sheets[0].Text, copy.Sheets[0].Number), Is.EqualTo((_root.Id, "late", "flat", 1)));
    }

    private sealed record Thing(string Name, Folder Root, IReadOnlyList<Sheet> Sheets);
}
