using System.Text.Json;

namespace Capsule.Internals;

internal sealed class DateTimeOffsetKind : ValueKind<DateTimeOffset>
{
    public override bool Same(DateTimeOffset left, DateTimeOffset right) => left.EqualsExact(right);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    public override void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value) => writer.WriteString(name, value);

    public override DateTimeOffset Read(ref Utf8JsonReader reader) => AttributeJson.ReadDateTimeOffset(ref reader);
}

internal sealed class MomentKind : ValueKind<DateTime>
{
    public override bool Same(DateTime left, DateTime right) => AttributeValue.Utc(left) == AttributeValue.Utc(right);

    public override DateTime Hold(DateTime value) => AttributeValue.Utc(value);

    public override DateTime Got(DateTime field) => AttributeValue.Utc(field);

    public override void Write(Utf8JsonWriter writer, DateTime value) => AttributeJson.Write(writer, value);

    public override DateTime Read(ref Utf8JsonReader reader) => AttributeJson.ReadDateTime(ref reader);
}

internal sealed class DateOnlyKind : ValueKind<DateOnly>
{
    public override bool Same(DateOnly left, DateOnly right) => left == right;

    public override void Write(Utf8JsonWriter writer, DateOnly value) => AttributeJson.Write(writer, value);

    public override DateOnly Read(ref Utf8JsonReader reader) => AttributeJson.ReadDateOnly(ref reader);
}

internal sealed class TimeOnlyKind : ValueKind<TimeOnly>
{
    public override bool Same(TimeOnly left, TimeOnly right) => left == right;

    public override void Write(Utf8JsonWriter writer, TimeOnly value) => AttributeJson.Write(writer, value);

    public override TimeOnly Read(ref Utf8JsonReader reader) => AttributeJson.ReadTimeOnly(ref reader);
}

internal sealed class TimeSpanKind : ValueKind<TimeSpan>
{
    public override bool Same(TimeSpan left, TimeSpan right) => left == right;

    public override void Write(Utf8JsonWriter writer, TimeSpan value) => AttributeJson.Write(writer, value);

    public override TimeSpan Read(ref Utf8JsonReader reader) => AttributeJson.ReadTimeSpan(ref reader);
}
