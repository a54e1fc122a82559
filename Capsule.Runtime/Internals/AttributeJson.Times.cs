using System.Globalization;
using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Reads a moment in UTC.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else, or has another offset than Z.</exception>
    internal static DateTime ReadDateTime(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsText(ref reader) && reader.TryGetDateTime(out DateTime value) && value.Kind == DateTimeKind.Utc
            ? value
            : throw Expected("a date and time of UTC in ISO 8601, such as \"2026-03-01T12:00:00Z\"", ref reader);

    /// <summary>Reads a day of the calendar.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static DateOnly ReadDateOnly(ref Utf8JsonReader reader) =>
        DateOnly.TryParseExact(Text(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)
            ? value
            : throw Expected("a date such as \"2026-03-01\"", ref reader);

    /// <summary>Reads a time of the day.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static TimeOnly ReadTimeOnly(ref Utf8JsonReader reader) =>
        TimeSpan.TryParseExact(Text(ref reader), "c", CultureInfo.InvariantCulture, out TimeSpan value) && value >= TimeSpan.Zero && value < TimeSpan.FromDays(1)
            ? TimeOnly.FromTimeSpan(value)
            : throw Expected("a time of the day such as \"23:59:59\"", ref reader);

    /// <summary>Reads a length of time.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        TimeSpan.TryParseExact(Text(ref reader), "c", CultureInfo.InvariantCulture, out TimeSpan value)
            ? value
            : throw Expected("a length of time such as \"1.12:00:00.5000000\"", ref reader);

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, DateTime value) => writer.WriteStringValue(AttributeValue.Utc(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, TimeOnly value) => Write(writer, value.ToTimeSpan());

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture));
}
