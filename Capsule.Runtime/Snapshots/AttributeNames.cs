using System.Text.Json;
using Capsule.Validation;

namespace Capsule.Snapshots;

/// <summary>Finds and reads the attribute that a JSON member names.</summary>
internal static class AttributeNames
{
    /// <summary>The number of the attribute whose name the reader stands on, or -1.</summary>
    /// <param name="expected">Tried first: members mostly come in the order of the declaration.</param>
    public static int Find(ref Utf8JsonReader reader, ModelType type, int expected)
    {
        if (expected < type.Attributes.Length && reader.ValueTextEquals(type.Attributes[expected].Utf8Name))
        {
            return expected;
        }

        for (int index = 0; index < type.Attributes.Length; index++)
        {
            if (reader.ValueTextEquals(type.Attributes[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Sets the attribute to the value that the reader stands on.</summary>
    /// <returns>As <see cref="CapsuleModel.ReadAttribute"/>.</returns>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>, with the attribute's name.</exception>
    public static ModelId? Read(ref Utf8JsonReader reader, CapsuleModel model, int attribute)
    {
        try
        {
            return model.ReadAttribute(attribute, ref reader);
        }
        catch (CapsuleException exception) when (exception.Attribute is null)
        {
            throw exception.About(model.ModelType.Attributes[attribute].Name);
        }
        catch (ImmutableAttributeException exception)
        {
            throw exception.ToRefusal();
        }
        catch (ArgumentException exception)
        {
            throw new CapsuleException(ErrorCode.Invalid, exception.Message, model.ModelType.Attributes[attribute].Name, exception);
        }
    }
}
