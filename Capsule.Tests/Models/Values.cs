namespace Capsule.Tests.Models;

public sealed record Money(decimal Amount, Mood Mood);

public record Parcel(IReadOnlyList<string> Lines)
{
    public required Money Total { get; init; }

    public DateTime? PaidAt { get; init; }
}

/// <summary>An attribute of every type that <see cref="Sampler"/> lacks.</summary>
[CapsuleModel]
public partial class Values
{
    public partial byte AByte { get; set; }

    public partial sbyte ASByte { get; set; }

    public partial short AInt16 { get; set; }

    public partial ushort AUInt16 { get; set; }

    public partial uint AUInt32 { get; set; }

    public partial long AInt64 { get; set; }

    public partial ulong AUInt64 { get; set; }

    public partial float ASingle { get; set; }

    public partial decimal ADecimal { get; set; }

    public partial decimal? MaybeDecimal { get; set; }

    public partial char Letter { get; set; }

    public partial DateTime Moment { get; set; }

    public partial DateOnly Day { get; set; }

    public partial TimeOnly Clock { get; set; }

    public partial TimeSpan Span { get; set; }

    public partial ReadOnlyMemory<byte> Bytes { get; set; }

    public partial Uri? Address { get; set; }

    public partial IReadOnlyList<IReadOnlyList<double?>> Table { get; set; }

    public partial IReadOnlyDictionary<string, decimal> Prices { get; set; }

    public partial Parcel? Parcel { get; set; }
}
