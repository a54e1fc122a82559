namespace Capsule.Generators.Parsing.Computed;

/// <summary>Members of <c>DateOnly</c> and <c>TimeOnly</c>.</summary>
internal static class DayMembers
{
    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["System.DateOnly.Year"] = "computed.dayPart({0}, \"year\")",
        ["System.DateOnly.Month"] = "computed.dayPart({0}, \"month\")",
        ["System.DateOnly.Day"] = "computed.dayPart({0}, \"day\")",
        ["System.DateOnly.DayOfYear"] = "computed.dayPart({0}, \"dayOfYear\")",
        ["System.DateOnly.DayOfWeek"] = "computed.dayPart({0}, \"dayOfWeek\")",
        ["System.DateOnly.DayNumber"] = "computed.dayPart({0}, \"dayNumber\")",
        ["System.DateOnly.AddDays(int)"] = "computed.moveDay({0}, {1}, \"days\")",
        ["System.DateOnly.AddMonths(int)"] = "computed.moveDay({0}, {1}, \"months\")",
        ["System.DateOnly.AddYears(int)"] = "computed.moveDay({0}, {1}, \"years\")",
        ["System.DateOnly.DateOnly(int, int, int)"] = "computed.makeDay({0}, {1}, {2})",
        ["System.DateOnly.FromDayNumber(int)"] = "computed.dayOfNumber({0})",
        ["System.DateOnly.FromDateTime(System.DateTime)"] = "computed.dayOf({0})",
        ["System.DateOnly.MinValue"] = "\"0001-01-01\"",
        ["System.DateOnly.MaxValue"] = "\"9999-12-31\"",
        ["System.DateOnly.CompareTo(System.DateOnly)"] = "computed.compareValues({0}, {1})",
        ["System.DateOnly.Equals(System.DateOnly)"] = "{0!} === {1!}",
        ["System.DateOnly.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
        ["System.TimeOnly.Hour"] = "computed.timePart({0}, \"hour\")",
        ["System.TimeOnly.Minute"] = "computed.timePart({0}, \"minute\")",
        ["System.TimeOnly.Second"] = "computed.timePart({0}, \"second\")",
        ["System.TimeOnly.Millisecond"] = "computed.timePart({0}, \"millisecond\")",
        ["System.TimeOnly.Ticks"] = "computed.timePart({0}, \"ticks\")",
        ["System.TimeOnly.AddHours(double)"] = "computed.moveTime({0}, {1}, \"hours\")",
        ["System.TimeOnly.AddMinutes(double)"] = "computed.moveTime({0}, {1}, \"minutes\")",
        ["System.TimeOnly.Add(System.TimeSpan)"] = "computed.moveTimeBy({0}, {1})",
        ["System.TimeOnly.TimeOnly(int, int)"] = "computed.makeTime({0}, {1}, 0)",
        ["System.TimeOnly.TimeOnly(int, int, int)"] = "computed.makeTime({0}, {1}, {2})",
        ["System.TimeOnly.FromTimeSpan(System.TimeSpan)"] = "computed.timeOf({0})",
        ["System.TimeOnly.FromDateTime(System.DateTime)"] = "computed.part({0}, \"timeOfDay\")",
        ["System.TimeOnly.ToTimeSpan()"] = "{0}",
        ["System.TimeOnly.IsBetween(System.TimeOnly, System.TimeOnly)"] = "computed.isBetween({0}, {1}, {2})",
        ["System.TimeOnly.MinValue"] = "\"00:00:00\"",
        ["System.TimeOnly.MaxValue"] = "\"23:59:59.9999999\"",
        ["System.TimeOnly.CompareTo(System.TimeOnly)"] = "computed.compareValues({0}, {1})",
        ["System.TimeOnly.Equals(System.TimeOnly)"] = "{0!} === {1!}",
        ["System.TimeOnly.ToString()"] = "@'ToString(CultureInfo.InvariantCulture)'",
    };
}
