using System.Text.Json;

namespace Capsule.Internals;

internal sealed class BooleanKind : ValueKind<bool>
{
    public override bool Same(bool left, bool right) => left == right;

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public override void Write(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    public override bool Read(ref Utf8JsonReader reader) => AttributeJson.ReadBoolean(ref reader);
}

internal sealed class StringKind : ValueKind<string>
{
    public override bool Same(string left, string right) => right is not null && string.Equals(left ?? "", right, StringComparison.Ordinal);

    public override string Hold(string value) => AttributeValue.NotNull(value);

    public override string Got(string field) => field ?? "";

    public override bool IsNothing(string value) => string.IsNullOrEmpty(value);

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override void Write(Utf8JsonWriter writer, JsonEncodedText name, string value) => writer.WriteString(name, value);

    public override string Read(ref Utf8JsonReader reader) => AttributeJson.ReadString(ref reader);
}

internal sealed class CharKind : ValueKind<char>
{
    public override bool Same(char left, char right) => left == right;

    public override char Hold(char value) => AttributeValue.Character(value);

    public override void Write(Utf8JsonWriter writer, char value) => AttributeJson.Write(writer, value);

    public override char Read(ref Utf8JsonReader reader) => AttributeJson.ReadChar(ref reader);
}

internal sealed class GuidKind : ValueKind<Guid>
{
    public override bool Same(Guid left, Guid right) => left.Equals(right);

    public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    public override void Write(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);

    public override Guid Read(ref Utf8JsonReader reader) => AttributeJson.ReadGuid(ref reader);
}

internal sealed class AddressKind : ValueKind<Uri>
{
    public override bool Same(Uri left, Uri right) => right is not null && AttributeValue.SameUri(left, right);

    public override Uri Hold(Uri value) => AttributeValue.NotNull(value);

    public override void Write(Utf8JsonWriter writer, Uri value) => AttributeJson.Write(writer, value);

    public override Uri Read(ref Utf8JsonReader reader) => AttributeJson.ReadUri(ref reader);
}

internal sealed class BytesKind : ValueKind<ReadOnlyMemory<byte>>
{
    public override bool Same(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => AttributeValue.SameBytes(left, right);

    public override ReadOnlyMemory<byte> Hold(ReadOnlyMemory<byte> value) => AttributeValue.CopyBytes(value);

    public override bool IsNothing(ReadOnlyMemory<byte> value) => value.IsEmpty;

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => AttributeJson.Write(writer, value);

    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader) => AttributeJson.ReadBytes(ref reader);
}
