namespace Capsule.Generators.Parsing.Computed;

/// <summary>Members of <c>TimeSpan</c>.</summary>
internal static class SpanMembers
{
    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["System.TimeSpan.Days"] = "computed.spanPart({0}, \"days\")",
        ["System.TimeSpan.Hours"] = "computed.spanPart({0}, \"hours\")",
        ["System.TimeSpan.Minutes"] = "computed.spanPart({0}, \"minutes\")",
        ["System.TimeSpan.Seconds"] = "computed.spanPart({0}, \"seconds\")",
        ["System.TimeSpan.Milliseconds"] = "computed.spanPart({0}, \"milliseconds\")",
        ["System.TimeSpan.Ticks"] = "computed.spanPart({0}, \"ticks\")",
        ["System.TimeSpan.TotalDays"] = "computed.spanPart({0}, \"totalDays\")",
        ["System.TimeSpan.TotalHours"] = "computed.spanPart({0}, \"totalHours\")",
        ["System.TimeSpan.TotalMinutes"] = "computed.spanPart({0}, \"totalMinutes\")",
        ["System.TimeSpan.TotalSeconds"] = "computed.spanPart({0}, \"totalSeconds\")",
        ["System.TimeSpan.TotalMilliseconds"] = "computed.spanPart({0}, \"totalMilliseconds\")",
        ["System.TimeSpan.FromDays(double)"] = "computed.spanOf({0}, \"days\")",
        ["System.TimeSpan.FromDays(int)"] = "computed.spanOfWhole({0}, \"days\")",
        ["System.TimeSpan.FromHours(double)"] = "computed.spanOf({0}, \"hours\")",
        ["System.TimeSpan.FromHours(int)"] = "computed.spanOfWhole({0}, \"hours\")",
        ["System.TimeSpan.FromMinutes(double)"] = "computed.spanOf({0}, \"minutes\")",
        ["System.TimeSpan.FromMinutes(long)"] = "computed.spanOfWhole({0}, \"minutes\")",
        ["System.TimeSpan.FromSeconds(double)"] = "computed.spanOf({0}, \"seconds\")",
        ["System.TimeSpan.FromSeconds(long)"] = "computed.spanOfWhole({0}, \"seconds\")",
        ["System.TimeSpan.FromMilliseconds(double)"] = "computed.spanOf({0}, \"milliseconds\")",
        ["System.TimeSpan.FromMilliseconds(long)"] = "computed.spanOfWhole({0}, \"milliseconds\")",
        ["System.TimeSpan.FromTicks(long)"] = "computed.spanOfTicks({0})",
        ["System.TimeSpan.TimeSpan(int, int, int)"] = "computed.makeSpan(0, {0}, {1}, {2})",
        ["System.TimeSpan.TimeSpan(int, int, int, int)"] = "computed.makeSpan({0}, {1}, {2}, {3})",
        ["System.TimeSpan.TimeSpan(long)"] = "computed.spanOfTicks({0})",
        ["System.TimeSpan.Add(System.TimeSpan)"] = "computed.addSpans({0}, {1})",
        ["System.TimeSpan.Subtract(System.TimeSpan)"] = "computed.subtractSpans({0}, {1})",
        ["System.TimeSpan.Negate()"] = "computed.negateSpan({0})",
        ["System.TimeSpan.Duration()"] = "computed.duration({0})",
        ["System.TimeSpan.Zero"] = "\"00:00:00\"",
        ["System.TimeSpan.MinValue"] = "\"-10675199.02:48:05.4775808\"",
        ["System.TimeSpan.MaxValue"] = "\"10675199.02:48:05.4775807\"",
        ["System.TimeSpan.CompareTo(System.TimeSpan)"] = "computed.compareSpans({0}, {1})",
        ["System.TimeSpan.Compare(System.TimeSpan, System.TimeSpan)"] = "computed.compareSpans({0}, {1})",
        ["System.TimeSpan.Equals(System.TimeSpan)"] = "{0!} === {1!}",
        ["System.TimeSpan.ToString()"] = "computed.spanText({0})",
    };
}
