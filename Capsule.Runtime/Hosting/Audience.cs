using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>Those who see the same of a tree: what they are sent is made once. Belongs to the tree's thread.</summary>
/// <param name="tag">What clients know it by.</param>
/// <param name="view">What they can see at all.</param>
/// <param name="sight">What they were told; null where all who have the view see each model and each place.</param>
internal sealed class Audience(string tag, View view, Sight? sight)
{
    /// <summary>How long a list of nothing is.</summary>
    private const int Nothing = 2;

    private readonly XportOptions _options = new() { View = view };

    /// <summary>Names what they see, and tells nobody what that is.</summary>
    public string Tag { get; } = tag;

    public View View { get; } = view;

    /// <summary>Whose rules were asked, where rules were.</summary>
    public CapsuleUser? User => sight?.User;

    /// <summary>Sessions that belong to it, or will when what is sent before has been.</summary>
    public int Members { get; set; }

    /// <summary>Since when nobody belongs to it.</summary>
    public DateTimeOffset IdleSince { get; set; }

    public List<Connection> Connections { get; } = [];

    /// <summary>The turns that they will be told of at the next flush.</summary>
    public List<AudienceFrame> Gathered { get; } = [];

    /// <summary>The state, and the batches since.</summary>
    public StateCache State { get; } = new();

    /// <summary>Nobody belongs to it any more.</summary>
    public void End() => sight?.End();

    /// <summary>What a turn did, as a message: of a tree in which all is stored.</summary>
    public byte[] Tell(TurnChanges changes, FrameBuffer frames, Questions? questions, ChangePieces pieces)
    {
        SeenTurn? seen = sight is null ? null : SeenTurn.Follow(sight, questions!);
        return frames.Write((audience: this, changes, seen, pieces), static (writer, turn) =>
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("event"u8, "batch"u8);
            writer.WriteNumber("seq"u8, turn.changes.Seq);
            writer.WriteStartArray("events"u8);
            turn.audience.WriteEvents(writer, turn.changes, turn.seen, EventPart.All, turn.pieces);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    /// <summary>What a turn did: what is stored of it, and what is not.</summary>
    public TurnParts TellParts(TurnChanges changes, FrameBuffer frames, Questions? questions, ChangePieces pieces, ChangePieces transientPieces)
    {
        SeenTurn? seen = sight is null ? null : SeenTurn.Follow(sight, questions!);
        byte[] durable = Events(changes.IsMixed ? EventPart.All : EventPart.Durable, pieces);
        byte[] transient = changes.IsMixed ? [] : Events(EventPart.Transient, transientPieces);
        byte[] broadcasts = changes.Tree.Log.Broadcasts.Count == 0 ? [] : frames.Write((changes, sight), static (writer, turn) =>
        {
            writer.WriteStartArray();
            turn.changes.WriteBroadcasts(writer, model => turn.sight?.Sees(model) != false);
            writer.WriteEndArray();
        });
        return new(durable, HasDurable: durable.Length > Nothing, transient.Length > Nothing ? transient : [], broadcasts.Length > Nothing ? broadcasts : []);

        byte[] Events(EventPart part, ChangePieces pieces) => frames.Write((audience: this, changes, seen, part, pieces), static (writer, turn) =>
        {
            writer.WriteStartArray();
            turn.audience.WriteEvents(writer, turn.changes, turn.seen, turn.part, turn.pieces);
            writer.WriteEndArray();
        });
    }

    private void WriteEvents(Utf8JsonWriter writer, TurnChanges changes, SeenTurn? seen, EventPart part, ChangePieces pieces)
    {
        if (sight is null)
        {
            changes.WriteEvents(writer, _options, part);
        }
        else
        {
            SightWriter.WriteEvents(writer, sight, seen!, part, pieces);
        }
    }

    /// <summary>All that is not stored, for one who has the state as it is stored: a frame.</summary>
    public byte[] Transients(ModelTree tree, FrameBuffer frames) => frames.Write((tree, sight, _options), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteString("event"u8, "transient"u8);
        writer.WriteNumber("after"u8, state.tree.Seq);
        new TransientState(writer, state.tree, state._options, state.sight).Write();
        writer.WriteEndObject();
    });

    /// <summary>The state as they see it.</summary>
    public RawJson Xport(ModelTree tree, FrameBuffer frames) => sight is null
        ? new(tree.Root.XportUtf8(_options))
        : new(frames.Write(sight, static (writer, sight) => SightWriter.WriteXport(writer, sight, sight.Tree.Root)));
}
