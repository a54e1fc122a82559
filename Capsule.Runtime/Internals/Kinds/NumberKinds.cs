using System.Text.Json;

namespace Capsule.Internals;

internal sealed class ByteKind : ValueKind<byte>
{
    public override bool Same(byte left, byte right) => left == right;

    public override void Write(Utf8JsonWriter writer, byte value) => writer.WriteNumberValue(value);

    public override byte Read(ref Utf8JsonReader reader) => AttributeJson.ReadByte(ref reader);

    public override byte Increment(byte value, ref Utf8JsonReader by) => checked((byte)(value + AttributeJson.ReadInt32(ref by)));
}

internal sealed class SByteKind : ValueKind<sbyte>
{
    public override bool Same(sbyte left, sbyte right) => left == right;

    public override void Write(Utf8JsonWriter writer, sbyte value) => writer.WriteNumberValue(value);

    public override sbyte Read(ref Utf8JsonReader reader) => AttributeJson.ReadSByte(ref reader);

    public override sbyte Increment(sbyte value, ref Utf8JsonReader by) => checked((sbyte)(value + AttributeJson.ReadInt32(ref by)));
}

internal sealed class Int16Kind : ValueKind<short>
{
    public override bool Same(short left, short right) => left == right;

    public override void Write(Utf8JsonWriter writer, short value) => writer.WriteNumberValue(value);

    public override short Read(ref Utf8JsonReader reader) => AttributeJson.ReadInt16(ref reader);

    public override short Increment(short value, ref Utf8JsonReader by) => checked((short)(value + AttributeJson.ReadInt32(ref by)));
}

internal sealed class UInt16Kind : ValueKind<ushort>
{
    public override bool Same(ushort left, ushort right) => left == right;

    public override void Write(Utf8JsonWriter writer, ushort value) => writer.WriteNumberValue(value);

    public override ushort Read(ref Utf8JsonReader reader) => AttributeJson.ReadUInt16(ref reader);

    public override ushort Increment(ushort value, ref Utf8JsonReader by) => checked((ushort)(value + AttributeJson.ReadInt32(ref by)));
}

internal sealed class Int32Kind : ValueKind<int>
{
    public override bool Same(int left, int right) => left == right;

    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public override void Write(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    public override int Read(ref Utf8JsonReader reader) => AttributeJson.ReadInt32(ref reader);

    public override int Increment(int value, ref Utf8JsonReader by) => checked(value + AttributeJson.ReadInt32(ref by));
}

internal sealed class UInt32Kind : ValueKind<uint>
{
    public override bool Same(uint left, uint right) => left == right;

    public override void Write(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);

    public override uint Read(ref Utf8JsonReader reader) => AttributeJson.ReadUInt32(ref reader);

    public override uint Increment(uint value, ref Utf8JsonReader by) => checked((uint)(value + AttributeJson.ReadInt32(ref by)));
}

internal sealed class Int64Kind : ValueKind<long>
{
    public override bool Same(long left, long right) => left == right;

    public override void Write(Utf8JsonWriter writer, long value) => AttributeJson.Write(writer, value);

    public override long Read(ref Utf8JsonReader reader) => AttributeJson.ReadInt64(ref reader);

    public override long Increment(long value, ref Utf8JsonReader by) => checked(value + AttributeJson.ReadInt64(ref by));
}

internal sealed class UInt64Kind : ValueKind<ulong>
{
    public override bool Same(ulong left, ulong right) => left == right;

    public override void Write(Utf8JsonWriter writer, ulong value) => AttributeJson.Write(writer, value);

    public override ulong Read(ref Utf8JsonReader reader) => AttributeJson.ReadUInt64(ref reader);

    /// <summary>What is added has a sign, also where the number has none.</summary>
    public override ulong Increment(ulong value, ref Utf8JsonReader by) => checked((ulong)((Int128)value + AttributeJson.ReadInt64(ref by)));
}

internal sealed class SingleKind : ValueKind<float>
{
    public override bool Same(float left, float right) => AttributeValue.SameSingle(left, right);

    public override float Hold(float value) => AttributeValue.Finite(value);

    public override void Write(Utf8JsonWriter writer, float value) => AttributeJson.Write(writer, value);

    public override float Read(ref Utf8JsonReader reader) => AttributeJson.ReadSingle(ref reader);

    public override float Increment(float value, ref Utf8JsonReader by) => value + AttributeJson.ReadSingle(ref by);
}

internal sealed class DoubleKind : ValueKind<double>
{
    public override bool Same(double left, double right) => AttributeValue.SameDouble(left, right);

    public override double Hold(double value) => AttributeValue.Finite(value);

    public override void Write(Utf8JsonWriter writer, double value) => AttributeJson.Write(writer, value);

    public override void Write(Utf8JsonWriter writer, JsonEncodedText name, double value) => writer.WriteNumber(name, value);

    public override double Read(ref Utf8JsonReader reader) => AttributeJson.ReadDouble(ref reader);

    public override double Increment(double value, ref Utf8JsonReader by) => value + AttributeJson.ReadDouble(ref by);
}

internal sealed class DecimalKind : ValueKind<decimal>
{
    public override bool Same(decimal left, decimal right) => AttributeValue.SameDecimal(left, right);

    public override void Write(Utf8JsonWriter writer, decimal value) => AttributeJson.Write(writer, value);

    public override decimal Read(ref Utf8JsonReader reader) => AttributeJson.ReadDecimal(ref reader);

    public override decimal Increment(decimal value, ref Utf8JsonReader by) => value + AttributeJson.ReadDecimal(ref by);
}
