using System.Reflection.Metadata;

namespace Capsule.Build.Tasks;

/// <summary>Reads the mirrors that an assembly carries.</summary>
internal static class MirrorReader
{
    private const string AttributeName = "CapsuleMirrorAttribute";

    /// <summary>The JavaScript and its declarations.</summary>
    private const int TextsOfTheHost = 2;

    /// <summary>How an array that is null is counted.</summary>
    private const int None = -1;

    public static IReadOnlyList<Mirror> Read(string path)
    {
        try
        {
            return CarriedAttributes.Read(path, AttributeName, Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new MirrorException("CAPSB001", path, $"The mirrors of '{path}' cannot be read: {exception.Message} Build it again.");
        }
    }

    private static Mirror Read(MetadataReader metadata, ref BlobReader arguments)
    {
        Mirror mirror = new(
            Name: CarriedAttributes.ReadString(ref arguments),
            Model: CarriedAttributes.ReadString(ref arguments),
            Imports: ReadStrings(ref arguments),
            TypeScript: CarriedAttributes.ReadString(ref arguments),
            Assembly: metadata.GetString(metadata.GetAssemblyDefinition().Name));
        for (int text = 0; text < TextsOfTheHost; text++) CarriedAttributes.ReadString(ref arguments);
        return mirror with { Hash = CarriedAttributes.ReadString(ref arguments), Below = ReadStrings(ref arguments), Requirements = ReadStrings(ref arguments) };
    }

    private static string[] ReadStrings(ref BlobReader arguments)
    {
        int count = arguments.ReadInt32();
        if (count == None) return [];
        if (count < 0 || count > arguments.RemainingBytes) throw new BadImageFormatException($"A {AttributeName} has a list without end.");

        string[] strings = new string[count];
        for (int i = 0; i < count; i++) strings[i] = CarriedAttributes.ReadString(ref arguments);
        return strings;
    }
}
