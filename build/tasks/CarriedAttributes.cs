using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Capsule.Build.Tasks;

/// <summary>Reads attributes of the assembly itself from its metadata; the assembly is not loaded.</summary>
internal static class CarriedAttributes
{
    private const string Namespace = "Capsule.Internals";
    private const ushort Prolog = 1;

    /// <summary>Reads one attribute; the arguments stand in the order of its constructor.</summary>
    internal delegate T ReadArguments<T>(MetadataReader metadata, ref BlobReader arguments);

    /// <exception cref="IOException">The file cannot be read; likewise <see cref="UnauthorizedAccessException"/> and <see cref="BadImageFormatException"/>.</exception>
    public static IReadOnlyList<T> Read<T>(string path, string attribute, ReadArguments<T> read)
    {
        using FileStream file = File.OpenRead(path);
        using PEReader image = new(file);
        return image.HasMetadata ? Read(image.GetMetadataReader(), attribute, read) : [];
    }

    public static string ReadString(ref BlobReader arguments) =>
        arguments.ReadSerializedString() ?? throw new BadImageFormatException("An attribute has a null argument.");

    private static List<T> Read<T>(MetadataReader metadata, string name, ReadArguments<T> read)
    {
        List<T> found = [];
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (!Is(metadata, attribute, name)) continue;

            BlobReader arguments = metadata.GetBlobReader(attribute.Value);
            if (arguments.ReadUInt16() != Prolog) throw new BadImageFormatException($"A {name} is not well-formed.");
            found.Add(read(metadata, ref arguments));
        }

        return found;
    }

    private static bool Is(MetadataReader metadata, CustomAttribute attribute, string name)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;

        EntityHandle declaring = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (declaring.Kind != HandleKind.TypeReference) return false;

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)declaring);
        return metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, Namespace);
    }
}
