using System.Collections.Immutable;
using System.Text.Json;

namespace Capsule.Snapshots;

/// <summary>Data of the application's own may be older than the class: they have names and nulls that it no longer has.</summary>
internal sealed partial class MportReader
{
    /// <summary>The number of the attribute whose name, or former name, the reader stands on, or -1.</summary>
    private int FindAttribute(ref Utf8JsonReader reader, ModelType type, int expected)
    {
        int attribute = AttributeNames.Find(ref reader, type, expected);
        return attribute >= 0 ? attribute : FindFormer(ref reader, type.History.Attributes);
    }

    private int FindFormer(ref Utf8JsonReader reader, ImmutableArray<FormerName> names) =>
        source == MportSource.Client ? -1 : ModelHistory.Find(names, ref reader);

    private void ReadAttribute(ref Utf8JsonReader reader, CapsuleModel model, int attribute)
    {
        if (reader.TokenType == JsonTokenType.Null && source != MportSource.Client && (model.ModelType.History.OnceNullable & (1UL << attribute)) != 0)
        {
            model.Put(attribute, model.ModelType.Create().ValueOf(attribute));
        }
        else if (AttributeNames.Read(ref reader, model, attribute) is { } target)
        {
            _references.Add(model, attribute, target);
        }
    }
}
