namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public int Coalesced => MaybeInt ?? A;

    [Computed] public string CoalescedText => Note ?? Other;

    [Computed] public decimal? CoalescedMaybe => MaybeDecimal ?? MaybeCost?.Amount;

    [Computed] public int? NoteLength => Note?.Length;

    [Computed] public int NoteLengthOr => Note?.Trim().Length ?? -1;

    [Computed] public string? BackTitle => Back?.Title;

    [Computed] public int? BackHalf => Back?.Half + A;

    [Computed] public char? NoteLetter => Note?[0];

    [Computed] public int NoteLengthForced => Note!.Length;

    [Computed] public string BackForced => Back!.Title + "!";

    [Computed] public int ValueForced => MaybeInt!.Value;

    [Computed] public bool HasValues => MaybeInt.HasValue && MaybeDecimal.HasValue;

    [Computed] public decimal OrDefault => MaybeDecimal.GetValueOrDefault() + MaybeInt.GetValueOrDefault(7);

    [Computed] public bool? Forwarded => Maybe;

    [Computed] public DateTimeOffset? PaidAt => MaybeCost?.PaidAt?.AddDays(1);

    [Computed] public string? Chained => MaybeCost?.Currency.Trim().Substring(1);

    [Computed] public int? Defaulted => Yes ? default(int?) : default(int);
}
