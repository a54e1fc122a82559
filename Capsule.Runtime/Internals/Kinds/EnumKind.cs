using System.Text.Json;

namespace Capsule.Internals;

/// <summary>An enum, whose members go over the wire by name.</summary>
internal sealed class EnumKind<T>((T Value, string Name)[] members) : ValueKind<T>
    where T : struct, Enum
{
    private readonly JsonEncodedText[] _names = [.. members.Select(member => CapsuleJson.Name(member.Name))];

    public override bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    /// <exception cref="ArgumentOutOfRangeException">The value is no member, and has no name.</exception>
    public override T Hold(T value)
    {
        _ = IndexOf(value);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(_names[IndexOf(value)]);

    public override T Read(ref Utf8JsonReader reader)
    {
        string name = AttributeJson.ReadString(ref reader);
        foreach ((T value, string known) in members)
        {
            if (known == name)
            {
                return value;
            }
        }

        throw AttributeJson.UnknownName(name, string.Join(", ", members.Select(member => member.Name)));
    }

    private int IndexOf(T value)
    {
        for (int index = 0; index < members.Length; index++)
        {
            if (EqualityComparer<T>.Default.Equals(members[index].Value, value))
            {
                return index;
            }
        }

        throw AttributeValue.Undefined(value);
    }
}
