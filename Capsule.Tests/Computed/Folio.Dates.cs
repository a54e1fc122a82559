namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public int Calendar => (At.Year * 10_000) + (At.Month * 100) + At.Day;

    [Computed] public int Clock => (At.Hour * 10_000) + (At.Minute * 100) + At.Second + At.Millisecond;

    [Computed] public long Ticks => At.Ticks + At.UtcTicks + Start.Ticks;

    [Computed] public bool Weekend => At.DayOfWeek == DayOfWeek.Saturday || Day.DayOfWeek is DayOfWeek.Sunday;

    [Computed] public int Weekday => (int)Start.DayOfWeek + At.DayOfYear + Day.DayOfYear;

    [Computed] public DateTimeOffset Tomorrow => At.AddDays(1);

    [Computed] public DateTimeOffset Sooner => At.AddHours(-1.5).AddMinutes(B);

    [Computed] public DateTimeOffset Odd => At.AddDays(D).AddSeconds(0.1).AddMilliseconds(E);

    [Computed] public DateTimeOffset NextMonth => At.AddMonths(A);

    [Computed] public DateTimeOffset NextYear => At.AddYears(B);

    [Computed] public DateTimeOffset Ticked => At.AddTicks(L);

    [Computed] public TimeSpan Left => Until - At;

    [Computed] public TimeSpan LeftOf => Until.Subtract(At) - Gap;

    [Computed] public DateTimeOffset Moved => At + Span - Gap;

    [Computed] public DateTimeOffset MovedBy => At.Add(Gap).Subtract(Span);

    [Computed] public bool Late => At > Until || At == Until || MaybeAt <= At;

    [Computed] public bool Unequal => At != Until && Start != Stop;

    [Computed] public DateTimeOffset Abroad => At.ToOffset(TimeSpan.FromHours(5.5));

    [Computed] public DateTimeOffset Universal => At.ToUniversalTime();

    [Computed] public TimeSpan OffsetAndTime => At.Offset + At.TimeOfDay;

    [Computed] public long Unix => At.ToUnixTimeSeconds() + Until.ToUnixTimeMilliseconds();

    [Computed] public DateTime Utc => At.UtcDateTime;

    [Computed] public DateTime OnLater => Start.AddDays(A).AddMonths(B);

    [Computed] public DateTime Midnight => Start.Date + Gap;

    [Computed] public TimeSpan BetweenDates => Start - Stop;

    [Computed] public bool OnOrder => Start < Stop || Start.AddYears(1) >= Stop;

    [Computed] public DateTimeOffset Epoch => Yes ? DateTimeOffset.UnixEpoch : DateTimeOffset.MaxValue;

    [Computed] public DateTimeOffset Made => new DateTimeOffset(2024, Byte + 1, Byte + 1, 3, 4, Byte, Gap);

    [Computed] public DateOnly NextDay => Day.AddDays(A);

    [Computed] public DateOnly SameDay => Day.AddMonths(1).AddYears(B);

    [Computed] public int DayNumber => Day.DayNumber + Day.Year + Day.Month + Day.Day;

    [Computed] public bool DayOrder => Day < new DateOnly(2024, 2, 29) || MaybeDay > Day || MaybeDay == Day;

    [Computed] public DateOnly MadeDay => new(2023 + Byte, 2, B);

    [Computed] public DateOnly DayOf => DateOnly.FromDateTime(Start);

    [Computed] public TimeOnly LaterTime => Time.AddHours(D).AddMinutes(-90);

    [Computed] public TimeOnly MovedTime => Time.Add(Gap);

    [Computed] public TimeSpan BetweenTimes => Later - Time;

    [Computed] public bool TimeOrder => Time < Later || Time.IsBetween(Later, new TimeOnly(12, 30));

    [Computed] public long TimeParts => Time.Hour + Time.Minute + Time.Second + Time.Millisecond + Time.Ticks;

    [Computed] public TimeOnly TimeOfSpan => TimeOnly.FromTimeSpan(Gap);

    [Computed] public double Totals => Span.TotalDays + Gap.TotalHours + Span.TotalMinutes + Gap.TotalSeconds + Span.TotalMilliseconds;

    [Computed] public long SpanParts => Span.Days + Span.Hours + Span.Minutes + Span.Seconds + Span.Milliseconds + Span.Ticks;

    [Computed] public TimeSpan SpanSum => Span + Gap;

    [Computed] public TimeSpan SpanNegated => -Span;

    [Computed] public TimeSpan SpanLength => Gap.Duration().Add(Span.Negate());

    [Computed] public TimeSpan SpanScaled => (Gap * D) + (Span / E);

    [Computed] public double SpanRatio => Span / Gap;

    [Computed] public TimeSpan SpanMade => TimeSpan.FromDays(D) + new TimeSpan(A, B, 1);

    [Computed] public TimeSpan SpanWhole => TimeSpan.FromHours(A) + TimeSpan.FromMinutes(L) + TimeSpan.FromSeconds(1.5);

    [Computed] public bool SpanOrder => Span > Gap || Span <= TimeSpan.Zero || Gap == Span;

    [Computed] public string SpanText => $"{Span} {Gap}";

    [Computed] public TimeSpan? LiftedSpan => MaybeAt - At;

    [Computed] public DateTimeOffset? LiftedMoment => MaybeAt + Gap;

    [Computed] public DateTimeOffset? ForwardedMoment => MaybeAt;
}
