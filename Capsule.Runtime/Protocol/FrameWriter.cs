using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Writes each kind of frame.</summary>
internal static class FrameWriter
{
    public static void Write(Utf8JsonWriter writer, Frame frame)
    {
        switch (frame)
        {
            case TemplatesFrame templates:
                writer.WriteStartKind("templates"u8);
                writer.WriteRaw("templates"u8, templates.Templates);
                break;
            case InitialFrame initial:
                writer.WriteStartKind("initial"u8);
                WriteInitial(writer, initial);
                break;
            case ResumedFrame resumed:
                writer.WriteStartKind("resumed"u8);
                WritePosition(writer, resumed.Epoch, resumed.Seq, resumed.View, resumed.User);
                TurnsStateJson.Write(writer, resumed.Turns);
                break;
            case BatchFrame batch:
                writer.WriteStartKind("batch"u8);
                writer.WriteNumber("seq"u8, batch.Seq);
                EventJson.WriteList(writer, batch.Events);
                break;
            case TransientFrame transient:
                writer.WriteStartKind("transient"u8);
                writer.WriteNumber("after"u8, transient.After);
                EventJson.WriteList(writer, transient.Events);
                writer.WriteOptional("replaces"u8, transient.Replaces);
                break;
            case VerdictFrame verdict:
                VerdictJson.Write(writer, verdict);
                return;
            case HoldFrame hold:
                writer.WriteStartKind("hold"u8);
                WriteHold(writer, hold);
                break;
            case ErrorFrame error:
                writer.WriteStartKind("error"u8);
                WriteError(writer, error.Error);
                break;
            case EndedFrame ended:
                writer.WriteStartKind("ended"u8);
                WriteError(writer, ended.Error);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(frame), frame, "This kind of frame has no JSON.");
        }

        writer.WriteEndObject();
    }

    private static void WriteInitial(Utf8JsonWriter writer, InitialFrame initial)
    {
        WritePosition(writer, initial.Epoch, initial.Seq, initial.View, initial.User);
        writer.WriteString("schema"u8, initial.Schema);
        TurnsStateJson.Write(writer, initial.Turns);
        LimitsJson.Write(writer, initial.Limits);
        writer.WriteRaw("app"u8, initial.App);
    }

    private static void WritePosition(Utf8JsonWriter writer, string epoch, long seq, string view, string user)
    {
        writer.WriteString("epoch"u8, epoch);
        writer.WriteNumber("seq"u8, seq);
        writer.WriteString("view"u8, view);
        writer.WriteString("user"u8, user);
    }

    private static void WriteHold(Utf8JsonWriter writer, HoldFrame hold)
    {
        writer.WriteNumber("turn"u8, hold.Turn);
        writer.WriteString("code"u8, hold.Code.ToWireText());
        writer.WriteOptional("retryAfterMs"u8, hold.RetryAfterMs);
        writer.WriteOptional("next"u8, hold.Next);
    }

    private static void WriteError(Utf8JsonWriter writer, ProtocolError error)
    {
        writer.WritePropertyName("error"u8);
        ProtocolErrorJson.Write(writer, error);
    }
}
