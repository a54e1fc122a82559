using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Dictionaries by text. On the wire they are objects, whose members are the entries; of two with one name the later counts.</summary>
internal sealed class DictionaryKind<T>(ValueKind<T> element) : ValueKind<IReadOnlyDictionary<string, T>>
{
    /// <summary>The same names with the same values, in whatever order.</summary>
    public override bool Same(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right)
    {
        left = Got(left);
        return ReferenceEquals(left, right)
            || (right is not null && left.Count == right.Count
                && left.All(entry => right.TryGetValue(entry.Key, out T? other) && element.Same(entry.Value, other)));
    }

    /// <summary>A copy that cannot be changed, not even through a cast; one that is such a copy already is kept. Names are compared letter for letter.</summary>
    public override IReadOnlyDictionary<string, T> Hold(IReadOnlyDictionary<string, T> value)
    {
        if (AttributeValue.NotNull(value) is AttributeDictionary<T>)
        {
            return value;
        }

        var copy = new Dictionary<string, T>(value.Count, StringComparer.Ordinal);
        foreach ((string name, T entry) in value)
        {
            copy.Add(name, element.Hold(entry));
        }

        return new AttributeDictionary<T>(copy);
    }

    public override IReadOnlyDictionary<string, T> Got(IReadOnlyDictionary<string, T> field) => field ?? AttributeValue.NoEntries<T>();

    public override bool IsNothing(IReadOnlyDictionary<string, T> value) => value is null or { Count: 0 };

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        foreach ((string name, T entry) in value)
        {
            writer.WritePropertyName(name);
            element.Write(writer, entry);
        }

        writer.WriteEndObject();
    }

    public override IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        AttributeJson.StartDictionary(ref reader);
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (Snapshots.MportPeek.NextMember(ref reader))
        {
            string name = Snapshots.MportPeek.Name(ref reader);
            reader.Read();
            entries[name] = element.Read(ref reader);
        }

        return new AttributeDictionary<T>(entries);
    }
}
