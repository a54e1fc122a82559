using System.Reflection.Metadata;

namespace Capsule.Build.Tasks;

/// <summary>Reads what an assembly carries for the ledger.</summary>
internal static class LedgerModels
{
    private const string AttributeName = "CapsuleLedgerAttribute";

    public static IReadOnlyList<LedgerModel> Read(string path)
    {
        try
        {
            return CarriedAttributes.Read(path, AttributeName, Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new LedgerException("CAPSB004", path, $"The schema of '{path}' cannot be read: {exception.Message} Build it again.");
        }
    }

    private static LedgerModel Read(MetadataReader metadata, ref BlobReader arguments) => new(
        Name: CarriedAttributes.ReadString(ref arguments),
        Text: CarriedAttributes.ReadString(ref arguments),
        Problems: CarriedAttributes.ReadString(ref arguments));
}
