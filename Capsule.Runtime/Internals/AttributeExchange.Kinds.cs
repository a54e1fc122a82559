namespace Capsule.Internals;

/// <summary>The kinds that most attributes have, each with a method of its own: the compiler finds one by its name sooner than it infers a type.</summary>
public ref partial struct AttributeExchange
{
#pragma warning disable CA1720, CS1591 // As Value, each called after its type.
    public bool Boolean(bool value) => Value(value, ValueKinds.Boolean);

    public bool? NullableBoolean(bool? value) => Value(value, ValueKinds.NullableBoolean);

    public int Int32(int value) => Value(value, ValueKinds.Int32);

    public int? NullableInt32(int? value) => Value(value, ValueKinds.NullableInt32);

    public long Int64(long value) => Value(value, ValueKinds.Int64);

    public double Double(double value) => Value(value, ValueKinds.Double);

    public double? NullableDouble(double? value) => Value(value, ValueKinds.NullableDouble);

    public decimal Decimal(decimal value) => Value(value, ValueKinds.Decimal);

    public string String(string value) => Value(value, ValueKinds.String);

    public string? NullableString(string? value) => Value(value, ValueKinds.NullableString);

    public Guid Guid(Guid value) => Value(value, ValueKinds.Guid);

    public DateTimeOffset DateTimeOffset(DateTimeOffset value) => Value(value, ValueKinds.DateTimeOffset);

    public DateTimeOffset? NullableDateTimeOffset(DateTimeOffset? value) => Value(value, ValueKinds.NullableDateTimeOffset);

    public IReadOnlyList<string> Strings(IReadOnlyList<string> value) => Value(value, ValueKinds.Strings);
#pragma warning restore CA1720, CS1591
}
