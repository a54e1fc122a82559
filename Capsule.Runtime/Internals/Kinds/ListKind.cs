using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Lists of anything but texts.</summary>
internal sealed class ListKind<T>(ValueKind<T> element) : ValueKind<IReadOnlyList<T>>
{
    /// <summary>The same elements in the same order.</summary>
    public override bool Same(IReadOnlyList<T> left, IReadOnlyList<T> right)
    {
        left = Got(left);
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (right is null || left.Count != right.Count)
        {
            return false;
        }

        for (int index = 0; index < left.Count; index++)
        {
            if (!element.Same(left[index], right[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A copy that cannot be changed, not even through a cast; a list that is such a copy already is kept.</summary>
    public override IReadOnlyList<T> Hold(IReadOnlyList<T> value)
    {
        if (AttributeValue.NotNull(value) is AttributeList<T>)
        {
            return value;
        }

        var copy = new T[value.Count];
        for (int index = 0; index < copy.Length; index++)
        {
            copy[index] = element.Hold(value[index]);
        }

        return new AttributeList<T>(copy);
    }

    public override IReadOnlyList<T> Got(IReadOnlyList<T> field) => field ?? AttributeValue.NoElements<T>();

    public override bool IsNothing(IReadOnlyList<T> value) => value is null or { Count: 0 };

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        for (int index = 0; index < value.Count; index++)
        {
            element.Write(writer, value[index]);
        }

        writer.WriteEndArray();
    }

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        AttributeJson.StartList(ref reader);
        var values = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(element.Read(ref reader));
        }

        return new AttributeList<T>([.. values]);
    }
}
