using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>The member <c>before</c> of ops that place an item. The index has another name and place in each op.</summary>
internal static class PlacementJson
{
    public static Placement Read(in JsonMembers members, string indexName)
    {
        int? index = members.OptionalInteger(indexName, int.MinValue);
        if (members.IsNull("before"))
        {
            return Placement.Last(index);
        }

        return members.OptionalId("before") is { } sibling ? Placement.InFrontOf(sibling, index)
            : index is { } at ? Placement.At(at)
            : default;
    }

    public static void WriteBefore(this Utf8JsonWriter writer, Placement place)
    {
        if (place.IsLast)
        {
            writer.WriteNull("before"u8);
        }
        else if (place.Before is { } sibling)
        {
            writer.WriteId("before"u8, sibling);
        }
    }
}
