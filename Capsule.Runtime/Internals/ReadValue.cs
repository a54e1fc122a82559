using System.ComponentModel;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Reads the value that the reader stands on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TValue ReadValue<out TValue>(ref Utf8JsonReader reader);
