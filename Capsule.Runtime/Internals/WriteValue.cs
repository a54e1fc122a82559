using System.ComponentModel;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Writes a value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void WriteValue<in TValue>(Utf8JsonWriter writer, TValue value);
