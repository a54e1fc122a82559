using System.Text;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

public class ExampleRoundTripTests
{
    private static IEnumerable<string> Messages => ProtocolExamples.All.Where(name => !ProtocolExamples.CategoryOf(name).StartsWith("xport", StringComparison.Ordinal));

    [TestCaseSource(nameof(Messages))]
    public void An_example_is_read_and_written_back_byte_for_byte(string name)
    {
        WireCodec codec = WireCodec.ForExample(name);

        byte[] written = [.. codec.Write(codec.Read(ProtocolExamples.Bytes(name))), (byte)'\n'];

        Assert.That(Encoding.UTF8.GetString(written), Is.EqualTo(Encoding.UTF8.GetString(ProtocolExamples.Bytes(name))));
    }

    [TestCaseSource(typeof(ProtocolExamples), nameof(ProtocolExamples.All))]
    public void An_example_is_one_compact_message_and_a_line_feed_with_strings_as_the_wire_writes_them(string name)
    {
        byte[] written = [.. WireCodec.Written(writer => Copy(ProtocolExamples.Bytes(name), writer)), (byte)'\n'];

        Assert.That(Encoding.UTF8.GetString(written), Is.EqualTo(Encoding.UTF8.GetString(ProtocolExamples.Bytes(name))));
    }

    [TestCaseSource(nameof(Messages))]
    public void An_example_means_the_same_with_its_members_reversed_and_unknown_ones_among_them(string name)
    {
        WireCodec codec = WireCodec.ForExample(name);
        object expected = codec.Read(ProtocolExamples.Message(name));

        using JsonDocument example = JsonDocument.Parse(ProtocolExamples.Message(name));
        object read = codec.Read(WireCodec.Written(writer => Disturb(example.RootElement, writer, isMessage: true)));

        Assert.That(codec.Write(read), Is.EqualTo(codec.Write(expected)));
    }

    [Test]
    public void A_turn_keeps_its_ops_as_they_came()
    {
        byte[] message = """{"event":"turn","turn":1,"ops": [ {"event":"undo", "turn":1} ] }"""u8.ToArray();

        var turn = (TurnMessage)ClientMessageJson.Read(message);

        Assert.That(turn.RawOps.ToString(), Is.EqualTo("""[ {"event":"undo", "turn":1} ]"""));
        Assert.That(turn.Confirmed, Is.Zero);
    }

    [Test]
    public void A_member_that_comes_twice_counts_as_its_last()
    {
        byte[] op = """{"event":"undo","turn":1,"event":"redo","turn":2}"""u8.ToArray();

        Assert.That(OpJson.Read(op), Is.EqualTo(new RedoOp(2)));
    }

    [Test]
    public void Names_and_kinds_may_be_escaped()
    {
        byte[] op = """{"\u0065vent":"\u0075ndo","turn":1}"""u8.ToArray();

        Assert.That(OpJson.Read(op), Is.EqualTo(new UndoOp(1)));
    }

    [Test]
    public void A_message_with_secrets_does_not_print_them()
    {
        string join = ClientMessageJson.Read(ProtocolExamples.Message("client/join-token")).ToString();
        string token = ClientMessageJson.Read(ProtocolExamples.Message("client/token")).ToString();

        Assert.That(join + token, Does.Not.Contain("ticket-of-ada").And.Not.Contain("01981d49-1a9a"));
    }

    private static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        using JsonDocument document = JsonDocument.Parse(json.ToArray());
        document.RootElement.WriteTo(writer);
    }

    // Slices such as data stay as they are: their order is the models' affair.
    private static void Disturb(JsonElement element, Utf8JsonWriter writer, bool isMessage)
    {
        if (element.ValueKind == JsonValueKind.Object && isMessage)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("somethingNew");
            writer.WriteStartObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            foreach (JsonProperty member in element.EnumerateObject().Reverse())
            {
                writer.WritePropertyName(member.Name);
                Disturb(member.Value, writer, member.Name is "ops" or "events" or "turns" or "verdicts" or "limits" or "since" or "error");
            }

            writer.WriteNull("somethingElse");
            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array && isMessage)
        {
            writer.WriteStartArray();
            foreach (JsonElement item in element.EnumerateArray())
            {
                Disturb(item, writer, isMessage: true);
            }

            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
