using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Values of a class, or null.</summary>
internal sealed class NullableReferenceKind<T>(ValueKind<T> inner) : ValueKind<T?>
    where T : class
{
    public override bool Same(T? left, T? right) => ReferenceEquals(left, right) || (left is not null && right is not null && inner.Same(left, right));

    public override T? Hold(T? value) => value is null ? null : inner.Hold(value);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            inner.Write(writer, value);
        }
    }

    public override T? Read(ref Utf8JsonReader reader) => AttributeJson.IsNull(ref reader) ? null : inner.Read(ref reader);
}
