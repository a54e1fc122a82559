using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Reads the id of a model, or null: an empty one.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static ModelId ReadReference(ref Utf8JsonReader reader) =>
        IsNull(ref reader) ? default
        : TryReadGuid(ref reader, out Guid value) && value != Guid.Empty ? new ModelId(value)
        : throw Expected("the id of a model, a UUID of 36 characters, or null", ref reader);
}
