using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

public class MalformedMessageTests
{
    private const string Id = "01981d45-20f2-70ab-bedc-41cd986e86cb";

    [TestCase("", "The message is not well-formed JSON: ")]
    [TestCase("nonsense", "The message is not well-formed JSON: ")]
    [TestCase("{", "The message is not well-formed JSON: ")]
    [TestCase("""{"event":"join",}""", "The message is not well-formed JSON: ")]
    [TestCase("""{"event":"token","token":"t"} {}""", "Send one JSON value and nothing after it.")]
    [TestCase("""{"event":"token","token":"t"} // hello""", "The message is not well-formed JSON: ")]
    [TestCase("\uFEFF{}", "The message is not well-formed JSON: ")]
    [TestCase("[]", "A JSON object is expected here, not a list.")]
    [TestCase("null", "A JSON object is expected here, not null.")]
    [TestCase("17", "A JSON object is expected here, not a number.")]
    [TestCase("{}", "event: This member is missing or null: it has to be a string.")]
    [TestCase("""{"event":null}""", "event: This member is missing or null: it has to be a string.")]
    [TestCase("""{"event":7}""", "event: This is a number: it has to be a string.")]
    [TestCase("""{"event":"leave"}""", "event: 'leave' is not known here: it has to be one of join, turn, token.")]
    [TestCase("""{"event":"JOIN"}""", "event: 'JOIN' is not known here")]
    [TestCase("""{"event":"an event of a name that is far too long to be repeated"}""", "event: 'an event of a name that is far too long …' is not known")]
    [TestCase("""{"event":"join"}""", "client: This member is missing or null: it has to be a UUID.")]
    [TestCase("""{"event":"join","client":"Ada"}""", "client: This is no id: an id is a UUID of 36 characters with hyphens.")]
    [TestCase($$"""{"event":"join","client":"{{Id}}","confirmed":-1}""", "confirmed: This number does not fit: it has to be a whole number from 0 to 9007199254740991")]
    [TestCase($$"""{"event":"join","client":"{{Id}}","schema":1}""", "schema: This is a number: it has to be a string.")]
    [TestCase($$"""{"event":"join","client":"{{Id}}","since":17}""", "since: This is a number: it has to be an object.")]
    [TestCase($$$"""{"event":"join","client":"{{{Id}}}","since":{"epoch":"e","seq":1}}""", "since.view: This member is missing or null: it has to be a string.")]
    [TestCase($$$"""{"event":"join","client":"{{{Id}}}","since":{"epoch":"e","seq":"1","view":"v"}}""", "since.seq: This is a string: it has to be a number.")]
    [TestCase("""{"event":"token"}""", "token: This member is missing or null: it has to be a string.")]
    [TestCase("""{"event":"token","token":"\ud83d"}""", "The message has half of a surrogate pair at byte 26: send whole characters.")]
    [TestCase("""{"event":"token","token":"\udc00\ud83d"}""", "half of a surrogate pair at byte 26")]
    [TestCase("""{"event":"token","token":"\ud83d\ud83d\ude00"}""", "half of a surrogate pair at byte 26")]
    [TestCase("""{"event":"turn","ops":[]}""", "turn: This member is missing or null: it has to be a whole number.")]
    [TestCase("""{"event":"turn","turn":0,"ops":[]}""", "turn: This number does not fit: it has to be a whole number from 1")]
    [TestCase("""{"event":"turn","turn":1.5,"ops":[]}""", "turn: This number does not fit")]
    [TestCase("""{"event":"turn","turn":1e3,"ops":[]}""", "turn: This number does not fit")]
    [TestCase("""{"event":"turn","turn":9007199254740992,"ops":[]}""", "turn: This number does not fit")]
    [TestCase("""{"event":"turn","turn":123456789012345678901234567890,"ops":[]}""", "turn: This number does not fit")]
    [TestCase("""{"event":"turn","turn":1}""", "ops: This member is missing or null: it has to be a list.")]
    [TestCase("""{"event":"turn","turn":1,"ops":{}}""", "ops: This is an object: it has to be a list.")]
    public void A_message_that_is_no_readable_turn_is_invalid_and_says_why(string message, string expected)
    {
        ProtocolException refused = Refuse(Encoding.UTF8.GetBytes(message));

        Assert.That(refused.Error.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(refused.Error.Message, Does.Contain(expected));
        Assert.That(refused.Error.Op, Is.Null);
        Assert.That(refused.Turn, Is.Null);
    }

    [TestCase("7", "ops[1]: A JSON object is expected here, not a number.")]
    [TestCase("{}", "ops[1].event: This member is missing")]
    [TestCase("""{"event":"rename"}""", "ops[1].event: 'rename' is not known here: it has to be one of set, unset, increment, add, delete, move, method call, undo, redo.")]
    [TestCase("""{"event":"set","change":{}}""", "ops[1].id: This member is missing or null: it has to be the id of a model or a collection.")]
    [TestCase("""{"event":"set","id":"7","change":{}}""", "ops[1].id: This is no id")]
    [TestCase($$"""{"event":"set","id":"{{Id}}"}""", "ops[1].change: This member is missing or null: it has to be an object.")]
    [TestCase($$"""{"event":"set","id":"{{Id}}","change":[]}""", "ops[1].change: This is a list: it has to be an object.")]
    [TestCase($$"""{"event":"set","id":"{{Id}}","change":{},"was":true}""", "ops[1].was: This is a boolean: it has to be an object.")]
    [TestCase($$"""{"event":"unset","id":"{{Id}}"}""", "ops[1].property: This member is missing")]
    [TestCase($$"""{"event":"increment","id":"{{Id}}","property":"points"}""", "ops[1].by: This member is missing or null: it has to be a number.")]
    [TestCase($$"""{"event":"increment","id":"{{Id}}","property":"points","by":[1]}""", "ops[1].by: This is no number")]
    [TestCase($$"""{"event":"add","id":"{{Id}}"}""", "ops[1].data: This member is missing")]
    [TestCase($$"""{"event":"add","id":"{{Id}}","data":null}""", "ops[1].data: This member is missing")]
    [TestCase($$"""{"event":"add","id":"{{Id}}","data":{},"at":"3"}""", "ops[1].at: This is a string: it has to be a number.")]
    [TestCase($$"""{"event":"add","id":"{{Id}}","data":{},"at":3000000000}""", "ops[1].at: This number does not fit")]
    [TestCase($$"""{"event":"add","id":"{{Id}}","data":{},"before":3}""", "ops[1].before: This is a number: it has to be a string.")]
    [TestCase($$"""{"event":"move","id":"{{Id}}","newPosition":0}""", "ops[1].collection: This member is missing")]
    [TestCase($$"""{"event":"method call","id":"{{Id}}"}""", "ops[1].method: This member is missing")]
    [TestCase($$$"""{"event":"method call","id":"{{{Id}}}","method":"m","args":{}}""", "ops[1].args: This is an object: it has to be a list.")]
    [TestCase("""{"event":"undo"}""", "ops[1].turn: This member is missing")]
    [TestCase("""{"event":"redo","turn":0}""", "ops[1].turn: This number does not fit")]
    public void An_op_that_cannot_be_read_is_invalid_and_names_its_turn_and_itself(string op, string expected)
    {
        string ops = $$"""[{"event":"undo","turn":1},{{op}}]""";

        ProtocolException refused = Refuse(Encoding.UTF8.GetBytes($$"""{"event":"turn","turn":5,"confirmed":4,"ops":{{ops}}}"""));

        Assert.That(refused.Error.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(refused.Error.Message, Does.StartWith(expected));
        Assert.That(refused.Error.Op, Is.EqualTo(1));
        Assert.That(refused.Turn, Is.EqualTo(new RefusedTurn(5, 4, RawJson.Parse(ops))));
    }

    [Test]
    public void One_op_more_than_allowed_is_too_large()
    {
        byte[] message = """{"event":"turn","turn":5,"ops":[{"event":"undo","turn":1},{"event":"undo","turn":2},{"event":"undo","turn":3}]}"""u8.ToArray();

        ProtocolException refused = Assert.Throws<ProtocolException>(() => ClientMessageJson.Read(message, maxOps: 2))!;

        Assert.That(refused.Error, Is.EqualTo(new ProtocolError(ErrorCode.TooLarge, "ops: A turn has 2 ops at most here (MaxOpsPerTurn): send several turns.")));
        Assert.That(refused.Turn?.Turn, Is.EqualTo(5));
        Assert.That(ClientMessageJson.Read(message, maxOps: 3), Is.InstanceOf<TurnMessage>());
    }

    [Test]
    public void One_level_more_than_allowed_is_too_large()
    {
        // The message, its ops, the op, its arguments: four levels.
        byte[] message = Encoding.UTF8.GetBytes($$"""{"event":"turn","turn":5,"ops":[{"event":"method call","id":"{{Id}}","method":"m","args":[]}]}""");

        ProtocolException refused = Assert.Throws<ProtocolException>(() => ClientMessageJson.Read(message, maxDepth: 3))!;

        Assert.That(refused.Error.Code, Is.EqualTo(ErrorCode.TooLarge));
        Assert.That(refused.Error.Message, Does.StartWith("ops[0]: Values stand inside one another more than 3 deep (MaxMessageDepth)"));
        Assert.That(refused.Turn?.Turn, Is.EqualTo(5));
        Assert.That(ClientMessageJson.Read(message, maxDepth: 4), Is.InstanceOf<TurnMessage>());
    }

    [Test]
    public void Bytes_that_are_not_utf8_are_invalid_and_say_where()
    {
        byte[] message = [.. """{"event":"token","token":"é"""u8, 0xFF, .. "\"}"u8];

        Assert.That(Refuse(message).Error, Is.EqualTo(new ProtocolError(ErrorCode.Invalid, "The message is not UTF-8 from byte 28 on: encode it as UTF-8.")));
    }

    [TestCase("{}", "A list of frames is expected here, not an object.")]
    [TestCase("[1]", "[0]: A JSON object is expected here, not a number.")]
    [TestCase("""[{"event":"news"}]""", "[0].event: 'news' is not known here")]
    [TestCase("""[{"event":"batch","seq":1,"events":[]},{"event":"batch","seq":2,"events":[{"event":"explode"}]}]""", "[1].events[0].event: 'explode' is not known here")]
    [TestCase("""[{"event":"batch","seq":-1,"events":[]}]""", "[0].seq: This number does not fit")]
    [TestCase("""[{"event":"verdict","turn":1,"outcome":"maybe"}]""", "[0].outcome: 'maybe' is not known here: it has to be one of applied, rejected.")]
    [TestCase("""[{"event":"ended","error":{"code":"tired","message":""}}]""", "[0].error.code: 'tired' is not known here")]
    [TestCase("""[{"event":"resumed","epoch":"e","seq":1,"view":"v","user":"u","turns":{"last":1,"verdicts":[{"event":"hold"}]}}]""", "[0].turns.verdicts[0].event: 'hold' is not known here")]
    public void A_message_of_the_server_that_cannot_be_read_says_where(string message, string expected)
    {
        ProtocolException refused = Assert.Throws<ProtocolException>(() => FrameJson.ReadMessage(Encoding.UTF8.GetBytes(message)))!;

        Assert.That(refused.Error.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(refused.Error.Message, Does.StartWith(expected));
    }

    private static ProtocolException Refuse(byte[] message) => Assert.Throws<ProtocolException>(() => ClientMessageJson.Read(message))!;
}
