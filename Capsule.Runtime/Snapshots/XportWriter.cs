using System.Text.Json;

namespace Capsule.Snapshots;

/// <summary>Writes a model and all below it.</summary>
internal static class XportWriter
{
    private static readonly JsonEncodedText Attrs = JsonEncodedText.Encode("attrs");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Collections = JsonEncodedText.Encode("collections");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Models = JsonEncodedText.Encode("models");

    /// <param name="declared">The type of the place that the model is in; it says which class the model is of where that place has several.</param>
    public static void Write(Utf8JsonWriter writer, CapsuleModel model, XportOptions options, ModelType? declared = null)
    {
        ModelType type = model.ModelType;
        writer.WriteStartObject();
        if (declared is { IsFamily: true })
        {
            writer.WriteString(Type, type.EncodedName);
        }

        writer.WriteStartObject(Attrs);
        writer.WriteString(Id, model.Id.Value);
        model.WriteAttributes(writer, options.AttributesOf(type), isStored: !options.Transient);
        writer.WriteEndObject();
        if (!options.Transient)
        {
            ModelTree.WriteOwner(writer, model);
        }

        if (options.Recurse)
        {
            WriteCollections(writer, model, type, options);
            WriteChildren(writer, model, type, options);
        }

        writer.WriteEndObject();
    }

    private static void WriteCollections(Utf8JsonWriter writer, CapsuleModel model, ModelType type, XportOptions options)
    {
        if (type.Collections.IsEmpty)
        {
            return;
        }

        writer.WriteStartObject(Collections);
        for (int index = 0; index < type.Collections.Length; index++)
        {
            ModelCollection collection = model.CollectionAt(index);
            writer.WriteStartObject(type.Collections[index].EncodedName);
            writer.WriteString(Id, collection.Id.Value);
            writer.WriteStartArray(Models);
            foreach (CapsuleModel item in options.Transient || !type.Collections[index].IsTransient ? collection.Items : [])
            {
                Write(writer, item, options, type.Collections[index].ItemType);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter writer, CapsuleModel model, ModelType type, XportOptions options)
    {
        if (type.Children.IsEmpty)
        {
            return;
        }

        writer.WriteStartObject(Models);
        for (int index = 0; index < type.Children.Length; index++)
        {
            if (model.ChildAt(index) is { } child)
            {
                writer.WritePropertyName(type.Children[index].EncodedName);
                Write(writer, child, options, type.Children[index].Type);
            }
        }

        writer.WriteEndObject();
    }
}
