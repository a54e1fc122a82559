using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>The kinds of values that the wire carries.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueKinds
{
#pragma warning disable CA1720, CS1591 // Each is called after its type.
    public static readonly ValueKind<bool> Boolean = new BooleanKind();
    public static readonly ValueKind<bool?> NullableBoolean = Nullable(Boolean);
    public static readonly ValueKind<byte> Byte = new ByteKind();
    public static readonly ValueKind<byte?> NullableByte = Nullable(Byte);
    public static readonly ValueKind<sbyte> SByte = new SByteKind();
    public static readonly ValueKind<sbyte?> NullableSByte = Nullable(SByte);
    public static readonly ValueKind<short> Int16 = new Int16Kind();
    public static readonly ValueKind<short?> NullableInt16 = Nullable(Int16);
    public static readonly ValueKind<ushort> UInt16 = new UInt16Kind();
    public static readonly ValueKind<ushort?> NullableUInt16 = Nullable(UInt16);
    public static readonly ValueKind<int> Int32 = new Int32Kind();
    public static readonly ValueKind<int?> NullableInt32 = Nullable(Int32);
    public static readonly ValueKind<uint> UInt32 = new UInt32Kind();
    public static readonly ValueKind<uint?> NullableUInt32 = Nullable(UInt32);
    public static readonly ValueKind<long> Int64 = new Int64Kind();
    public static readonly ValueKind<long?> NullableInt64 = Nullable(Int64);
    public static readonly ValueKind<ulong> UInt64 = new UInt64Kind();
    public static readonly ValueKind<ulong?> NullableUInt64 = Nullable(UInt64);
    public static readonly ValueKind<float> Single = new SingleKind();
    public static readonly ValueKind<float?> NullableSingle = Nullable(Single);
    public static readonly ValueKind<double> Double = new DoubleKind();
    public static readonly ValueKind<double?> NullableDouble = Nullable(Double);
    public static readonly ValueKind<decimal> Decimal = new DecimalKind();
    public static readonly ValueKind<decimal?> NullableDecimal = Nullable(Decimal);
    public static readonly ValueKind<string> String = new StringKind();
    public static readonly ValueKind<string?> NullableString = NullableReference(String);
    public static readonly ValueKind<char> Char = new CharKind();
    public static readonly ValueKind<char?> NullableChar = Nullable(Char);
    public static readonly ValueKind<Guid> Guid = new GuidKind();
    public static readonly ValueKind<Guid?> NullableGuid = Nullable(Guid);
    public static readonly ValueKind<Uri> Uri = new AddressKind();
    public static readonly ValueKind<Uri?> NullableUri = NullableReference(Uri);
    public static readonly ValueKind<ReadOnlyMemory<byte>> Bytes = new BytesKind();
    public static readonly ValueKind<ReadOnlyMemory<byte>?> NullableBytes = Nullable(Bytes);
    public static readonly ValueKind<DateTimeOffset> DateTimeOffset = new DateTimeOffsetKind();
    public static readonly ValueKind<DateTimeOffset?> NullableDateTimeOffset = Nullable(DateTimeOffset);
    public static readonly ValueKind<DateTime> DateTime = new MomentKind();
    public static readonly ValueKind<DateTime?> NullableDateTime = Nullable(DateTime);
    public static readonly ValueKind<DateOnly> DateOnly = new DateOnlyKind();
    public static readonly ValueKind<DateOnly?> NullableDateOnly = Nullable(DateOnly);
    public static readonly ValueKind<TimeOnly> TimeOnly = new TimeOnlyKind();
    public static readonly ValueKind<TimeOnly?> NullableTimeOnly = Nullable(TimeOnly);
    public static readonly ValueKind<TimeSpan> TimeSpan = new TimeSpanKind();
    public static readonly ValueKind<TimeSpan?> NullableTimeSpan = Nullable(TimeSpan);
    public static readonly ValueKind<IReadOnlyList<string>> Strings = new StringsKind();
    public static readonly ValueKind<IReadOnlyList<string>?> NullableStrings = NullableReference(Strings);
#pragma warning restore CA1720, CS1591

    /// <summary>An enum, with the name of each member on the wire.</summary>
    public static ValueKind<T> Enum<T>(params (T Value, string Name)[] members)
        where T : struct, Enum => new EnumKind<T>(members);

    /// <summary>Lists whose elements are of a kind.</summary>
    public static ValueKind<IReadOnlyList<T>> List<T>(ValueKind<T> element) => new ListKind<T>(element);

    /// <summary>Dictionaries by text whose values are of a kind.</summary>
    public static ValueKind<IReadOnlyDictionary<string, T>> Dictionary<T>(ValueKind<T> element) => new DictionaryKind<T>(element);

    /// <summary>Values of a struct, or null.</summary>
    public static ValueKind<T?> Nullable<T>(ValueKind<T> known)
        where T : struct => new NullableKind<T>(known);

    /// <summary>Values of a class, or null.</summary>
    public static ValueKind<T?> NullableReference<T>(ValueKind<T> known)
        where T : class => new NullableReferenceKind<T>(known);
}
