namespace Capsule.Generators.Ledger;

/// <summary>A value of a JSON text, and where it stands: all of JSON that a ledger needs, as System.Text.Json does not load reliably in a compiler.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last.</param>
internal abstract record JsonValue(int Start, int End);

internal sealed record JsonText(string Text, int Start, int End) : JsonValue(Start, End);

internal sealed record JsonNumber(int Number, int Start, int End) : JsonValue(Start, End);

internal sealed record JsonBoolean(bool IsTrue, int Start, int End) : JsonValue(Start, End);

internal sealed record JsonArray(IReadOnlyList<JsonValue> Items, int Start, int End) : JsonValue(Start, End);

internal sealed record JsonObject(IReadOnlyList<JsonMember> Members, int Start, int End) : JsonValue(Start, End);

/// <summary>A member of an object: its name is a text with a place of its own.</summary>
internal sealed record JsonMember(JsonText Name, JsonValue Value);
