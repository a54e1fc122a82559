using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Members of .NET and of the runtime that have another value each time, or lead away from where a model stands.</summary>
internal static class OutsideReads
{
    /// <summary>The rest of a sentence that begins with a rule's name, or null.</summary>
    public static string? Of(ISymbol member) => member.ContainingType switch
    {
        null => null,
        var type when IsClock(type, member.Name) => $"reads the clock '{type.Name}'",
        var type when IsChance(type, member.Name) => $"asks '{type.Name}' for something that is different each time",
        var type when type.Is(KnownNames.Namespace, "ModelTree") && member.Name != "Root" => $"reads '{member.Name}' of the tree",
        var type when type.Is(KnownNames.Namespace, "CapsuleModel") && member.Name == "ModelGetter" => "looks for another model by its id",
        _ => null,
    };

    private static bool IsClock(INamedTypeSymbol type, string member) =>
        Is(type, "TimeProvider") || Is(type, "Stopwatch", "Diagnostics")
        || ((Is(type, "DateTime") || Is(type, "DateTimeOffset")) && member is "Now" or "UtcNow" or "Today")
        || (Is(type, "Environment") && member is "TickCount" or "TickCount64");

    private static bool IsChance(INamedTypeSymbol type, string member) =>
        Is(type, "Random") || Is(type, "RandomNumberGenerator", "Security", "Cryptography") || (Is(type, "Guid") && member is "NewGuid" or "CreateVersion7");

    private static bool Is(INamedTypeSymbol type, string name, params string[] namespaces) =>
        type.Name == name && type.ContainingNamespace.ToDisplayString() == string.Join(".", namespaces.Prepend("System"));
}
