using Capsule.Tests.Models;

namespace Capsule.Tests.Mirrors;

public sealed record Money(decimal Amount, Mood Mood);

public record Parcel(IReadOnlyList<string> Lines)
{
    public required Money Total { get; init; }

    public DateTime? PaidAt { get; init; }
}

/// <summary>An attribute of every type, plain and nullable, in trees of any depth.</summary>
[CapsuleModel]
public partial class Everything
{
    [ClientEditable] public partial bool PlainBool { get; set; }

    [ClientEditable] public partial bool? MaybeBool { get; set; }

    [ClientEditable] public partial byte PlainByte { get; set; }

    [ClientEditable] public partial byte? MaybeByte { get; set; }

    [ClientEditable] public partial sbyte PlainSByte { get; set; }

    [ClientEditable] public partial sbyte? MaybeSByte { get; set; }

    [ClientEditable] public partial short PlainInt16 { get; set; }

    [ClientEditable] public partial short? MaybeInt16 { get; set; }

    [ClientEditable] public partial ushort PlainUInt16 { get; set; }

    [ClientEditable] public partial ushort? MaybeUInt16 { get; set; }

    [ClientEditable] public partial int PlainInt32 { get; set; }

    [ClientEditable] public partial int? MaybeInt32 { get; set; }

    [ClientEditable] public partial uint PlainUInt32 { get; set; }

    [ClientEditable] public partial uint? MaybeUInt32 { get; set; }

    [ClientEditable] public partial long PlainInt64 { get; set; }

    [ClientEditable] public partial long? MaybeInt64 { get; set; }

    [ClientEditable] public partial ulong PlainUInt64 { get; set; }

    [ClientEditable] public partial ulong? MaybeUInt64 { get; set; }

    [ClientEditable] public partial float PlainSingle { get; set; }

    [ClientEditable] public partial float? MaybeSingle { get; set; }

    [ClientEditable] public partial double PlainDouble { get; set; }

    [ClientEditable] public partial double? MaybeDouble { get; set; }

    [ClientEditable] public partial decimal PlainDecimal { get; set; }

    [ClientEditable] public partial decimal? MaybeDecimal { get; set; }

    [ClientEditable] public partial char PlainChar { get; set; }

    [ClientEditable] public partial char? MaybeChar { get; set; }

    [ClientEditable] public partial string PlainString { get; set; }

    [ClientEditable] public partial string? MaybeString { get; set; }

    [ClientEditable] public partial Guid PlainGuid { get; set; }

    [ClientEditable] public partial Guid? MaybeGuid { get; set; }

    [ClientEditable] public partial Uri PlainUri { get; set; } = new("about:blank");

    [ClientEditable] public partial Uri? MaybeUri { get; set; }

    [ClientEditable] public partial DateTimeOffset PlainDateTimeOffset { get; set; }

    [ClientEditable] public partial DateTimeOffset? MaybeDateTimeOffset { get; set; }

    [ClientEditable] public partial DateTime PlainDateTime { get; set; }

    [ClientEditable] public partial DateTime? MaybeDateTime { get; set; }

    [ClientEditable] public partial DateOnly PlainDateOnly { get; set; }

    [ClientEditable] public partial DateOnly? MaybeDateOnly { get; set; }

    [ClientEditable] public partial TimeOnly PlainTimeOnly { get; set; }

    [ClientEditable] public partial TimeOnly? MaybeTimeOnly { get; set; }

    [ClientEditable] public partial TimeSpan PlainTimeSpan { get; set; }

    [ClientEditable] public partial TimeSpan? MaybeTimeSpan { get; set; }

    [ClientEditable] public partial Mood PlainMood { get; set; }

    [ClientEditable] public partial Mood? MaybeMood { get; set; }

    [ClientEditable] public partial ReadOnlyMemory<byte> PlainBytes { get; set; }

    [ClientEditable] public partial ReadOnlyMemory<byte>? MaybeBytes { get; set; }

    [ClientEditable] public partial IReadOnlyList<string> PlainStrings { get; set; }

    [ClientEditable] public partial IReadOnlyList<string>? MaybeStrings { get; set; }

    [ClientEditable] public partial IReadOnlyList<IReadOnlyList<double?>> PlainTable { get; set; }

    [ClientEditable] public partial IReadOnlyList<long>? MaybeList { get; set; }

    [ClientEditable] public partial IReadOnlyDictionary<string, decimal> PlainDictionary { get; set; }

    [ClientEditable] public partial IReadOnlyDictionary<string, DateTimeOffset?>? MaybeDictionary { get; set; }

    [ClientEditable] public partial Money PlainMoney { get; set; } = new(0m, Mood.Calm);

    [ClientEditable] public partial Parcel? MaybeParcel { get; set; }

    [ChildCollection] public partial ModelCollection<Everything> Parts { get; }

    protected override bool CanEdit(CapsuleUser user) => true;
}
