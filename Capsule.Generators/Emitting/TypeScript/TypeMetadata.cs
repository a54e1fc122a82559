using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What the mirror says of a type at run time.</summary>
internal static class TypeMetadata
{
    public static IEnumerable<string> Facts(TypeRef type)
    {
        yield return $"kind: \"{WireKind.Of(type.Kind)}\"";
        if (type.Enum is { } @enum)
        {
            yield return $"values: [{string.Join(", ", @enum.Members.Select(member => $"\"{member.WireName}\""))}]";
            if (@enum.Members.Any(member => member.Label is not null))
            {
                yield return $"labels: {{ {string.Join(", ", @enum.Members.Where(member => member.Label is not null).Select(member => $"{member.WireName}: {ScriptText.Of(member.Label!)}"))} }}";
            }
        }

        if (type.Element is { } element)
        {
            yield return $"element: {Of(element)}";
        }

        if (type.Record is { } record)
        {
            yield return $"members: {{ {string.Join(", ", record.Members.Select(member => $"{member.WireName}: {Of(member.Type)}"))} }}";
        }

        if (type.Target is { } target)
        {
            yield return $"model: () => {Metadata.Types(target.WireName, target.IsAbstract, target.Family)}";
        }

        if (type.IsNullable)
        {
            yield return "nullable: true";
        }
    }

    public static string Of(TypeRef type) => $"{{ {string.Join(", ", Facts(type))} }}";
}
