namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public int AddInt => A + B;

    [Computed] public int SubtractInt => A - B;

    [Computed] public int MultiplyInt => A * B;

    [Computed] public int DivideInt => A / B;

    [Computed] public int RemainderInt => A % B;

    [Computed] public int NegateInt => -A;

    [Computed] public int MinusSeven => (-7 / (B == 0 ? 2 : B)) + (-7 % (A == 0 ? 3 : A));

    [Computed] public int CheckedSum => checked(A + B);

    [Computed] public int CheckedProduct => checked(A * B - 1);

    [Computed] public int CheckedNegation => checked(-A);

    [Computed] public int Bits => (A & B) | (A ^ ~B);

    [Computed] public int Shifts => (A << B) ^ (A >> 3) ^ (B >> A);

    [Computed] public uint AddUInt => (U + 7) * U;

    [Computed] public uint DivideUInt => U / (uint)Byte;

    [Computed] public uint ShiftUInt => (U >> 5) | (U << A);

    [Computed] public long Mixed => A + U;

    [Computed] public long AddLong => L + M;

    [Computed] public long MultiplyLong => L * M - 1;

    [Computed] public long DivideLong => L / M;

    [Computed] public long RemainderLong => L % M;

    [Computed] public long CheckedLong => checked(L + M * 2);

    [Computed] public long ShiftLong => (L << A) ^ (M >> B);

    [Computed] public ulong MultiplyULong => X * X + U;

    [Computed] public ulong CheckedULong => checked(X - U);

    [Computed] public float AddSingle => F + G;

    [Computed] public float MultiplySingle => F * G - F / 3;

    [Computed] public float RemainderSingle => F % G;

    [Computed] public double AddDouble => D + E * 0.1;

    [Computed] public double DivideDouble => D / E;

    [Computed] public double RemainderDouble => D % E;

    [Computed] public double MixedReal => F + D - A + L;

    [Computed] public decimal AddDecimal => P + Q;

    [Computed] public decimal SubtractDecimal => P - Q * 0.01m;

    [Computed] public decimal MultiplyDecimal => P * Q;

    [Computed] public decimal DivideDecimal => P / Q;

    [Computed] public decimal ThirdDecimal => P / 3m;

    [Computed] public decimal RemainderDecimal => Math.Round(P, 4) % Math.Round(Q, 4);

    [Computed] public decimal NegateDecimal => -P + 1.50m;

    [Computed] public decimal MixedDecimal => P + A - L;

    [Computed] public int? LiftedSum => MaybeInt + A;

    [Computed] public long? LiftedProduct => MaybeLong * MaybeInt;

    [Computed] public decimal? LiftedDecimal => MaybeDecimal / A;

    [Computed] public double? LiftedDouble => -MaybeDouble + 1;

    [Computed] public int Smallest => Math.Min(A, Math.Max(B, Small));

    [Computed] public long SmallestLong => Math.Max(L, Math.Min(M, A));

    [Computed] public double SmallestDouble => Math.Min(D, Math.Max(E, -D));

    [Computed] public decimal SmallestDecimal => Math.Min(P, Math.Max(Q, 0.00m));

    [Computed] public int Absolute => Math.Abs(A) + Math.Sign(B);

    [Computed] public long AbsoluteLong => Math.Abs(L) / 2;

    [Computed] public decimal AbsoluteDecimal => Math.Abs(P) * Math.Sign(Q);

    [Computed] public double AbsoluteDouble => Math.Abs(D) - Math.Sign(E);

    [Computed] public double Floors => Math.Floor(D) + Math.Ceiling(E) - Math.Truncate(D);

    [Computed] public decimal FloorsDecimal => Math.Floor(P) + Math.Ceiling(P) + decimal.Truncate(P);

    [Computed] public double Bankers => Math.Round(D);

    [Computed] public double BankersHalf => Math.Round(A / 2.0) + Math.Round(D, 2);

    [Computed] public double AwayFromZero => Math.Round(B / 2.0, MidpointRounding.AwayFromZero) + Math.Round(E, 1, MidpointRounding.AwayFromZero);

    [Computed] public double Directed => Math.Round(D, 3, MidpointRounding.ToPositiveInfinity) - Math.Round(E, MidpointRounding.ToZero);

    [Computed] public decimal BankersDecimal => Math.Round(P) + Math.Round(Q, 2);

    [Computed] public decimal AwayDecimal => Math.Round(P / 2, 1, MidpointRounding.AwayFromZero) + decimal.Round(Q, MidpointRounding.ToNegativeInfinity);

    [Computed] public int Clamped => Math.Clamp(A, B, 100);

    [Computed] public double Root => Math.Sqrt(D);
}
