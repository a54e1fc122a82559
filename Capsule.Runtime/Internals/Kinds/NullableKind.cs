using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Values of a struct, or null.</summary>
internal sealed class NullableKind<T>(ValueKind<T> inner) : ValueKind<T?>
    where T : struct
{
    public override bool Same(T? left, T? right) =>
        left.HasValue == right.HasValue && (!left.HasValue || inner.Same(left.GetValueOrDefault(), right.GetValueOrDefault()));

    public override T? Hold(T? value) => value is { } known ? inner.Hold(known) : null;

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } known)
        {
            inner.Write(writer, known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public override T? Read(ref Utf8JsonReader reader) => AttributeJson.IsNull(ref reader) ? null : inner.Read(ref reader);

    public override T? Increment(T? value, ref Utf8JsonReader by) => inner.Increment(value ?? default, ref by);
}
