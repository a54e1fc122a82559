using System.Text;
using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>The names of all members that some kind of object can have. Others are ignored.</summary>
internal sealed class MemberNames
{
    public const int Capacity = 20;

    private readonly string[] names;
    private readonly byte[][] utf8Names;

    public MemberNames(params string[] names)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, Capacity);
        this.names = names;
        utf8Names = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
    }

    /// <summary>The place of a name of this set.</summary>
    public int this[string name] => Array.IndexOf(names, name) is >= 0 and int index
        ? index
        : throw new ArgumentOutOfRangeException(nameof(name), name, "Add the name to the set before asking for its member.");

    /// <summary>The place of the name that the reader stands on; negative if it is not in this set.</summary>
    public int IndexOf(ref Utf8JsonReader reader)
    {
        for (int index = 0; index < utf8Names.Length; index++)
        {
            if (reader.ValueTextEquals(utf8Names[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
