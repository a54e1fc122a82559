using System.ComponentModel;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>What has to be known of one type of values: which of them may be held, which are the same, and their JSON. Immutable and safe to share.</summary>
/// <typeparam name="T">The type; of a reference that may be null, with its question mark.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueKind<T>
{
    /// <summary>Whether setting the right one where the left one is would change nothing. A null that may not be held is the same as nothing.</summary>
    public abstract bool Same(T left, T right);

    /// <summary>What may be held of a value: itself, or a copy that nobody else can change.</summary>
    /// <exception cref="ArgumentException">The value may not be held.</exception>
    public virtual T Hold(T value) => value;

    /// <summary>What a field shows: what is empty where nobody set it.</summary>
    public virtual T Got(T field) => field;

    /// <summary>Whether the value is nothing: null, an empty text, list or dictionary.</summary>
    public virtual bool IsNothing(T value) => value is null;

    /// <summary>Writes the value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Writes the value as a member of an object.</summary>
    public virtual void Write(Utf8JsonWriter writer, JsonEncodedText name, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Reads the value that the reader stands on.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: it is something else.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>The value and the number that the reader stands on, together.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is no number.</exception>
    /// <exception cref="OverflowException">The sum is beyond the type.</exception>
    public virtual T Increment(T value, ref Utf8JsonReader by) => throw new CapsuleException(ErrorCode.Invalid, "Only a number can be incremented.");
}
