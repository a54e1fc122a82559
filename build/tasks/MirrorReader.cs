using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Capsule.Build.Tasks;

/// <summary>Reads the mirrors that an assembly carries from its metadata; the assembly is not loaded.</summary>
internal static class MirrorReader
{
    private const string AttributeNamespace = "Capsule.Internals";
    private const string AttributeName = "CapsuleMirrorAttribute";
    private const ushort AttributeProlog = 1;

    public static IReadOnlyList<Mirror> Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using PEReader image = new(file);
            return image.HasMetadata ? Read(image.GetMetadataReader()) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new MirrorException("CAPSB001", path, $"The mirrors of '{path}' cannot be read: {exception.Message} Build it again.");
        }
    }

    private static List<Mirror> Read(MetadataReader metadata)
    {
        List<Mirror> mirrors = [];
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (IsMirror(metadata, attribute)) mirrors.Add(Read(metadata, attribute));
        }

        return mirrors;
    }

    private static bool IsMirror(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;

        EntityHandle declaring = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (declaring.Kind != HandleKind.TypeReference) return false;

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)declaring);
        return metadata.StringComparer.Equals(type.Name, AttributeName)
            && metadata.StringComparer.Equals(type.Namespace, AttributeNamespace);
    }

    /// <summary>The arguments stand in the order of the attribute's constructor; what follows the TypeScript is the host's.</summary>
    private static Mirror Read(MetadataReader metadata, CustomAttribute attribute)
    {
        BlobReader arguments = metadata.GetBlobReader(attribute.Value);
        if (arguments.ReadUInt16() != AttributeProlog) throw new BadImageFormatException($"A {AttributeName} is not well-formed.");

        return new Mirror(
            Name: ReadString(ref arguments),
            Model: ReadString(ref arguments),
            Imports: ReadStrings(ref arguments),
            TypeScript: ReadString(ref arguments),
            Assembly: metadata.GetString(metadata.GetAssemblyDefinition().Name));
    }

    private static string[] ReadStrings(ref BlobReader arguments)
    {
        int count = arguments.ReadInt32();
        if (count < 0 || count > arguments.RemainingBytes) throw new BadImageFormatException($"A {AttributeName} has no list of imports.");

        string[] strings = new string[count];
        for (int i = 0; i < count; i++) strings[i] = ReadString(ref arguments);
        return strings;
    }

    private static string ReadString(ref BlobReader arguments) =>
        arguments.ReadSerializedString() ?? throw new BadImageFormatException($"A {AttributeName} has a null argument.");
}
