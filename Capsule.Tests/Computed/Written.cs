using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Capsule.Tests.Computed;

/// <summary>Values as texts that are equal where the values are, in C# and as <c>evaluate.mjs</c> writes them.</summary>
internal static class Written
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => $"boolean {(truth ? "true" : "false")}",
        string text => Units(text),
        char letter => Units(letter.ToString()),
        Guid or TimeSpan => Units(value.ToString()!),
        TimeOnly time => Units(time.ToTimeSpan().ToString()),
        DateOnly day => Units(day.ToString("o", CultureInfo.InvariantCulture)),
        decimal number => Units(number.ToString(CultureInfo.InvariantCulture)),
        DateTimeOffset moment => $"date {moment:o}",
        DateTime moment => $"date {new DateTimeOffset(moment.Ticks, TimeSpan.Zero):o}",
        Enum member => Units(JsonNamingPolicy.CamelCase.ConvertName(member.ToString())),
        // As its shortest digits, which JavaScript takes for a double.
        float number => Number(double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"bigint {value}"),
        IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(Of))}]",
        _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>The text of a script with what can be written in two ways written in one.</summary>
    public static string Normalized(string answer) =>
        answer.StartsWith("date ", StringComparison.Ordinal) ? $"date {DateTimeOffset.Parse(answer.AsSpan(5), CultureInfo.InvariantCulture):o}"
        : answer.StartsWith('[') ? $"[{string.Join(",", answer[1..^1].Split(',').Select(Normalized))}]"
        : answer;

    private static string Number(double number) => $"number {(double.IsNaN(number) ? "NaN" : BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture))}";

    private static string Units(string text) => $"text {string.Concat(text.Select(unit => ((int)unit).ToString("x4", CultureInfo.InvariantCulture)))}";
}
