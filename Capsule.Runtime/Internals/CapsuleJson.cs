using System.Text.Encodings.Web;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>How JSON is read and written everywhere.</summary>
internal static class CapsuleJson
{
    /// <summary>Containers inside one another, at most. A model takes four levels, so this holds a tree 60 models deep.</summary>
    public const int MaxDepth = 256;

    /// <summary>Compact, and no more escaped than JSON itself asks: the wire is no HTML. What is written comes from our own code, so it is
    /// not checked again.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = MaxDepth,
    };

    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    public static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
