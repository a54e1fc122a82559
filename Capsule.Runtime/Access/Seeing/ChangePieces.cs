using System.Text.Json;
using Capsule.Hosting;

namespace Capsule.Access.Seeing;

/// <summary>The change events of a turn as JSON: one that several audiences are told in the same words is made once.</summary>
internal sealed class ChangePieces
{
    private readonly FrameBuffer _buffer = new();
    private (SightChange Change, byte[]? Piece)[] _pieces = [];

    /// <summary>A turn begins that may have something to tell of so many models.</summary>
    public void Begin(int subjects)
    {
        Array.Clear(_pieces);
        if (_pieces.Length < subjects)
        {
            _pieces = new (SightChange, byte[]?)[subjects + subjects / 2];
        }
    }

    /// <param name="writer">Stands in a list.</param>
    /// <param name="sight">The audience's.</param>
    /// <param name="subject">Which of the turn's models it is.</param>
    /// <param name="model">The model.</param>
    /// <param name="change">What is told.</param>
    public void Write(Utf8JsonWriter writer, Sight sight, int subject, CapsuleModel model, SightChange change)
    {
        if ((change.Values & model.ModelType.ReferenceAttributes) != 0)
        {
            // What a reference shows is another for each audience.
            WriteEvent(writer, sight, model, change);
            return;
        }

        ref (SightChange Change, byte[]? Piece) known = ref _pieces[subject];
        if (known.Piece is null || known.Change != change)
        {
            known = (change, _buffer.Write((sight, model, change), static (writer, one) => WriteEvent(writer, one.sight, one.model, one.change)));
        }

        writer.WriteRawValue(known.Piece, skipInputValidation: true);
    }

    public static void WriteEvent(Utf8JsonWriter writer, Sight sight, CapsuleModel model, SightChange change)
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
