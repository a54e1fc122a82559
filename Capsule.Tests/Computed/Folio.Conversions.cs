namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public byte ToByte => (byte)A;

    [Computed] public sbyte ToSByte => (sbyte)B;

    [Computed] public short ToShort => (short)L;

    [Computed] public ushort ToUShort => (ushort)A;

    [Computed] public int ToInt => (int)L + (int)X;

    [Computed] public uint ToUInt => (uint)A + (uint)L;

    [Computed] public long ToLong => A + (long)U - (long)X;

    [Computed] public ulong ToULong => (ulong)A ^ (ulong)L;

    [Computed] public byte CheckedByte => checked((byte)A);

    [Computed] public int CheckedInt => checked((int)L);

    [Computed] public uint CheckedUInt => checked((uint)B);

    [Computed] public int Truncated => (int)D;

    [Computed] public long TruncatedLong => (long)E;

    [Computed] public byte TruncatedByte => (byte)D;

    [Computed] public uint TruncatedUInt => (uint)E;

    [Computed] public int CheckedTruncated => checked((int)D);

    [Computed] public ulong CheckedTruncatedLong => checked((ulong)E);

    [Computed] public float ToSingle => (float)D + L;

    [Computed] public double ToDouble => (double)P * A;

    [Computed] public float DecimalToSingle => (float)Q;

    [Computed] public decimal ToDecimal => (decimal)D;

    [Computed] public decimal SingleToDecimal => (decimal)F;

    [Computed] public decimal IntegersToDecimal => (decimal)X + U;

    [Computed] public int DecimalToInt => (int)P;

    [Computed] public long DecimalToLong => (long)(Q / 7);

    [Computed] public int LetterCode => Letter - 'a';

    [Computed] public char NextLetter => (char)(Letter + 1);

    [Computed] public char CheckedLetter => checked((char)A);

    [Computed] public long? LiftedConversion => MaybeInt;

    [Computed] public decimal? LiftedToDecimal => (decimal?)MaybeDouble;

    [Computed] public int? LiftedFromDecimal => (int?)MaybeDecimal;

    [Computed] public int LevelNumber => (int)Level * 2;

    [Computed] public int? MaybeLevelNumber => (int?)MaybeLevel;

    [Computed] public int Unwrapped => (int)MaybeInt!;
}
