using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Lists of texts, which Capsule 0.2.2 sent in another form too.</summary>
internal sealed class StringsKind : ValueKind<IReadOnlyList<string>>
{
    public override bool Same(IReadOnlyList<string> left, IReadOnlyList<string> right) => right is not null && AttributeValue.SameStrings(Got(left), right);

    public override IReadOnlyList<string> Hold(IReadOnlyList<string> value) => AttributeValue.Copy(value);

    public override IReadOnlyList<string> Got(IReadOnlyList<string> field) => field ?? AttributeValue.NoStrings;

    public override bool IsNothing(IReadOnlyList<string> value) => value is null or { Count: 0 };

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value) => AttributeJson.Write(writer, value);

    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader) => AttributeJson.ReadStrings(ref reader);
}
