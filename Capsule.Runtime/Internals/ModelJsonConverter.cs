using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Capsule.Snapshots;

namespace Capsule.Internals;

/// <summary>Lets System.Text.Json read and write a model, by its own import and export; <see cref="ServerOnlyAttribute"/> members are left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelJsonConverter<TModel> : JsonConverter<TModel>
    where TModel : CapsuleModel, ICapsuleModel<TModel>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The data do not fit; inside is the <see cref="CapsuleException"/>.</exception>
    public override TModel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            var model = (TModel)MportPeek.Type(reader, TModel.ModelType).Create();
            model.Mport(ref reader, MportOptions.Copy);
            return model;
        }
        catch (CapsuleException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TModel value, JsonSerializerOptions options)
    {
        value.Freshen(XportOptions.Default);
        XportWriter.Write(writer, value, XportOptions.Default, TModel.ModelType);
    }
}
