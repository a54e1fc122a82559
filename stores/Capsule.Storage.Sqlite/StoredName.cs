using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Capsule.Storage.Sqlite;

/// <summary>Names of trees as the file has them: their UTF-16 code units with the high byte first. So the order of the bytes is the ordinal order of the texts, and
/// texts that are no proper Unicode stay what they are.</summary>
internal static class StoredName
{
    public static byte[] ToBytes(string name)
    {
        byte[] bytes = MemoryMarshal.AsBytes(name.AsSpan()).ToArray();
        Turn(bytes);
        return bytes;
    }

    public static string FromBytes(byte[] bytes)
    {
        Turn(bytes);
        return new string(MemoryMarshal.Cast<byte, char>(bytes.AsSpan()));
    }

    /// <summary>The name that comes next after this one in ordinal order.</summary>
    public static string After(string name) => name + '\0';

    private static void Turn(byte[] bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            Span<ushort> units = MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan());
            BinaryPrimitives.ReverseEndianness(units, units);
        }
    }
}
