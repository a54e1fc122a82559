using System.Text.Json;
using Capsule.Protocol;
using CsCheck;

namespace Capsule.Tests.Protocol;

/// <summary>Random ops, events and frames.</summary>
internal static class WireGenerators
{
    public static readonly Gen<Op> Ops = Op();
    public static readonly Gen<ModelEvent> Events = Event();
    public static readonly Gen<Frame> Frames = Frame();

    private static Gen<ModelId> Id => Gen.Guid.Select(uuid => new ModelId(uuid));

    // Text of any letters, the awkward ones among them, but no half characters.
    private static Gen<string> Text => Gen.OneOf(Gen.String[0, 12], Gen.OneOf("é<&>'\"\\", "🎉", "\u2028\u0001\n", "")).Where(IsText);

    private static Gen<long> Turn => Gen.Long[1, 9_007_199_254_740_991];

    private static Gen<RawJson> Attributes => Gen.Select(Text, Gen.Int, (text, number) =>
        new RawJson(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { [text] = text, ["n" + text] = number })));

    private static Gen<RawJson> List => Gen.Int.Array[0, 3].Select(numbers => new RawJson(JsonSerializer.SerializeToUtf8Bytes(numbers)));

    private static Gen<Placement> Place => Gen.OneOf(
        Gen.Const(default(Placement)),
        Gen.Int.Select(Placement.At),
        Gen.Select(Id, Gen.Int.Nullable(), Placement.InFrontOf),
        Gen.Int.Nullable().Select(Placement.Last));

    private static Gen<ProtocolError> Error => Gen.Select(
        Gen.Enum<ErrorCode>(), Text, Gen.Int[0, 99].Nullable(), Text.Null(), (code, message, op, attribute) => new ProtocolError(code, message, op, attribute));

    private static Gen<VerdictFrame> Verdict => Gen.OneOf(
        Gen.Select(Turn, Turn.Nullable(), List, VerdictFrame.Applied),
        Gen.Select(Turn, Error, VerdictFrame.Rejected));

    private static Gen<TurnsState> Turns => Gen.OneOf(
        Gen.Const(TurnsState.Lost),
        Gen.Select(Turn, Verdict.Array[0, 3], (last, verdicts) => TurnsState.Known(last, verdicts)));

    private static Gen<Op> Op() => Gen.OneOf(
        Gen.Select(Id, Attributes, Gen.OneOf(Attributes, Gen.Const(default(RawJson))), (id, change, was) => (Op)new SetOp(id, change, was)),
        Gen.Select(Id, Text, (id, property) => (Op)new UnsetOp(id, property)),
        Gen.Select(Id, Text, Gen.Int, (id, property, by) => (Op)new IncrementOp(id, property, RawJson.Parse($"{by}"))),
        Gen.Select(Id, Attributes, Place, (id, data, place) => (Op)new AddOp(id, data, place)),
        Id.Select(id => (Op)new DeleteOp(id)),
        Gen.Select(Id, Id, Place, (collection, id, place) => (Op)new MoveOp(collection, id, place)),
        Gen.Select(Id, Text, List, (id, method, arguments) => (Op)new CallOp(id, method, arguments)),
        Turn.Select(turn => (Op)new UndoOp(turn)),
        Turn.Select(turn => (Op)new RedoOp(turn)));

    private static Gen<ModelEvent> Event() => Gen.OneOf(
        Gen.Select(Id, Attributes, (id, data) => (ModelEvent)new ChangeEvent(id, data)),
        Gen.Select(Id, Gen.Int[0, 99], Attributes, (collection, at, data) => (ModelEvent)new AddEvent(collection, at, data)),
        Gen.Select(Id, Id, (id, collection) => (ModelEvent)new RemoveEvent(id, collection)),
        Gen.Select(Id, Id, Gen.Int[0, 99], Id.Nullable(), (collection, id, position, from) => (ModelEvent)new MoveEvent(collection, id, position, from)),
        Gen.Select(Id, Text, Attributes, (id, name, data) => (ModelEvent)new BroadcastEvent(id, name, data)),
        Gen.Select(Id, Text, Gen.OneOf(Attributes, Gen.Const(RawJson.Null)), (id, name, data) => (ModelEvent)new ChildEvent(id, name, data)));

    private static Gen<Frame> Frame() => Gen.OneOf(
        Attributes.Select(templates => (Frame)new TemplatesFrame(templates)),
        Gen.Select(Text, Turn, Text, Turns, Attributes, (epoch, seq, tag, turns, app) => (Frame)new InitialFrame(epoch, seq, tag, tag, tag, turns, new Limits(), app)),
        Gen.Select(Text, Turn, Text, Turns, (epoch, seq, tag, turns) => (Frame)new ResumedFrame(epoch, seq, tag, tag, turns)),
        Gen.Select(Turn, Events.Array[0, 3], (seq, events) => (Frame)new BatchFrame(seq, events)),
        Gen.Select(Turn, Events.Array[0, 3], (after, events) => (Frame)new TransientFrame(after, events)),
        Verdict.Select(verdict => (Frame)verdict),
        Gen.Select(Turn, Gen.Enum<ErrorCode>(), Gen.Int[0, 9999].Nullable(), Turn.Nullable(), (turn, code, after, next) => (Frame)new HoldFrame(turn, code, after, next)),
        Error.Select(error => (Frame)new ErrorFrame(error)),
        Error.Select(error => (Frame)new EndedFrame(error)));

    private static bool IsText(string text) => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);
}
