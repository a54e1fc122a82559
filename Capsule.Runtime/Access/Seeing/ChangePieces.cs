using System.Text.Json;
using Capsule.Hosting;

namespace Capsule.Access.Seeing;

/// <summary>The change events of a turn as JSON: one that several audiences are told in the same words is made once.</summary>
internal sealed class ChangePieces
{
    private readonly Dictionary<(CapsuleModel Model, SightChange Change), byte[]> _pieces = [];
    private readonly FrameBuffer _buffer = new();

    /// <summary>A new turn begins.</summary>
    public void Clear() => _pieces.Clear();

    public void Write(Utf8JsonWriter writer, Sight sight, CapsuleModel model, SightChange change)
    {
        if ((change.Values & model.ModelType.ReferenceAttributes) != 0)
        {
            // What a reference shows is another for each audience.
            WriteEvent(writer, sight, model, change);
            return;
        }

        if (!_pieces.TryGetValue((model, change), out byte[]? piece))
        {
            piece = _buffer.Write((sight, model, change), static (writer, one) => WriteEvent(writer, one.sight, one.model, one.change));
            _pieces.Add((model, change), piece);
        }

        writer.WriteRawValue(piece, skipInputValidation: true);
    }

    private static void WriteEvent(Utf8JsonWriter writer, Sight sight, CapsuleModel model, SightChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("event"u8, "change"u8);
        writer.WriteString("id"u8, model.Id.Value);
        writer.WriteStartObject("data"u8);
        model.WriteAttributes(writer, change.Values, sight, change.Nulls);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
