using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Parsing;

/// <summary>Dates and times as bounds: read as ISO 8601 writes them, which no culture reads differently, or as the invariant culture does where the attribute says so.</summary>
internal static class MomentBounds
{
    private const DateTimeStyles Styles = DateTimeStyles.None;

    private static readonly string[] Days = ["yyyy-MM-dd"];

    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz"];

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss.FFFFFFF"];

    /// <summary>The bound; null where the text is none.</summary>
    public static RangeBound? Parse(ValueKind kind, string text, bool isInvariant) => kind switch
    {
        ValueKind.DateOnly => Exact(text, isInvariant ? [.. Days, "MM/dd/yyyy"] : Days) is { } day
            ? RangeBound.Moment(day, new FormattedBound(day, "d"), Text(day, "yyyy-MM-dd"), $"new global::System.DateOnly({day.Year}, {day.Month}, {day.Day})")
            : null,
        ValueKind.TimeOnly => Exact(text, Times) is { } time
            ? RangeBound.Moment(time.TimeOfDay, new FormattedBound(time, "t"), Text(time, "HH:mm:ss.FFFFFFF"), $"new global::System.TimeOnly({Ticks(time.TimeOfDay.Ticks)})")
            : null,
        ValueKind.TimeSpan => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            ? RangeBound.Moment(span, span, span.ToString("c", CultureInfo.InvariantCulture), $"new global::System.TimeSpan({Ticks(span.Ticks)})")
            : null,
        ValueKind.DateTime => Exact(text, isInvariant ? [.. Moments, "MM/dd/yyyy", "MM/dd/yyyy HH:mm:ss"] : Moments) is { } moment
            ? RangeBound.Moment(moment, moment, Text(moment, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"), $"new global::System.DateTime({Ticks(moment.Ticks)})")
            : null,
        ValueKind.DateTimeOffset => HasOffset(text) && DateTimeOffset.TryParseExact(text.Trim(), Instants, CultureInfo.InvariantCulture, Styles, out DateTimeOffset instant)
            ? RangeBound.Moment(instant, instant, instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture), Code(instant))
            : null,
        _ => null,
    };

    private static DateTime? Exact(string text, string[] formats) =>
        DateTime.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, Styles, out DateTime value) ? value : null;

    /// <summary>Without one it would be the offset of whatever machine the server runs on.</summary>
    private static bool HasOffset(string text) =>
        text.TrimEnd().EndsWith("Z", StringComparison.Ordinal) || (text.TrimEnd() is { Length: > 6 } trimmed && trimmed[trimmed.Length - 6] is '+' or '-');

    private static string Text(DateTime value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Code(DateTimeOffset value) =>
        $"new global::System.DateTimeOffset({Ticks(value.Ticks)}, new global::System.TimeSpan({Ticks(value.Offset.Ticks)}))";

    private static string Ticks(long ticks) => ticks.ToString(CultureInfo.InvariantCulture) + "L";

    /// <summary>A day or a time of the day, in whose place the compiler's own .NET may have a DateTime only.</summary>
    private sealed class FormattedBound(DateTime value, string usual) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? provider) => value.ToString(string.IsNullOrEmpty(format) ? usual : format, provider);

        public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
    }
}
