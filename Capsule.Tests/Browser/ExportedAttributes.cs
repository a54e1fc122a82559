using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Browser;

/// <summary>Reads attributes of an export.</summary>
internal static class ExportedAttributes
{
    /// <summary>The texts of some attributes, with a blank between.</summary>
    public static string Of(RawJson export, params string[] names)
    {
        using JsonDocument document = JsonDocument.Parse(export.Utf8);
        JsonElement attributes = document.RootElement.GetProperty("attrs");
        return string.Join(' ', names.Select(name => attributes.GetProperty(name).GetString()));
    }
}
