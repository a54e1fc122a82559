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

    /// <summary>The state, and the batches since.</summary>
    public StateCache State { get; } = new();

    /// <summary>Nobody belongs to it any more.</summary>
    public void End() => sight?.End();

    /// <summary>What a turn did, as a message.</summary>
    public byte[] Tell(TurnChanges changes, FrameBuffer frames, Questions? questions, ChangePieces pieces)
    {
        List<SightEvent>? structure = sight is null ? null : SightTurn.Follow(sight, questions!);
        return frames.Write((changes, sight, structure, questions, pieces, _options), static (writer, turn) =>
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("event"u8, "batch"u8);
            writer.WriteNumber("seq"u8, turn.changes.Seq);
            writer.WriteStartArray("events"u8);
            if (turn.sight is null)
            {
                turn.changes.WriteEvents(writer, turn._options);
            }
            else
            {
                SightWriter.WriteEvents(writer, turn.sight, turn.structure!, turn.questions!, turn.pieces);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    /// <summary>The state as they see it.</summary>
    public RawJson Xport(ModelTree tree, FrameBuffer frames) => sight is null
        ? new(tree.Root.XportUtf8(_options))
        : new(frames.Write(sight, static (writer, sight) => SightWriter.WriteXport(writer, sight, sight.Tree.Root)));
}
