using System.Reflection.Metadata;

namespace Capsule.Build.Tasks;

/// <summary>The attributes of the runtime on a class or a member, by their names without the ending.</summary>
internal sealed class Annotations
{
    private const string Ending = "Attribute";

    private readonly Dictionary<string, CustomAttributeValue<TypeName>> _values = new(StringComparer.Ordinal);

    public static Annotations Of(MetadataReader metadata, CustomAttributeHandleCollection handles)
    {
        Annotations annotations = new();
        foreach (CustomAttribute attribute in handles.Select(metadata.GetCustomAttribute))
        {
            if (NameOf(metadata, attribute) is { } name) annotations._values[name] = attribute.DecodeValue(TypeNames.Instance);
        }

        return annotations;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public object? Argument(string name, string argument) =>
        _values.TryGetValue(name, out CustomAttributeValue<TypeName> value) ? value.NamedArguments.FirstOrDefault(one => one.Name == argument).Value : null;

    public string? FirstText(string name) =>
        _values.TryGetValue(name, out CustomAttributeValue<TypeName> value) ? value.FixedArguments.FirstOrDefault().Value as string : null;

    /// <summary>What a user must have, in words; empty for nothing.</summary>
    public string Requirement(string name)
    {
        string[] roles = [.. (Argument(name, "Roles") as string ?? "").Split(',').Select(role => role.Trim()).Where(role => role.Length > 0)];
        List<string> needed = [];
        if (roles.Length > 0) needed.Add($"role {string.Join(" or ", roles)}");
        if (Argument(name, "Policy") is string { Length: > 0 } policy) needed.Add($"policy {policy}");
        return string.Join(" and ", needed);
    }

    private static string? NameOf(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return null;

        string name = TypeNames.Of(metadata, metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent).FullName;
        return name.StartsWith("Capsule.", StringComparison.Ordinal) && name.LastIndexOf('.') == "Capsule".Length && name.EndsWith(Ending, StringComparison.Ordinal)
            ? name.Substring("Capsule.".Length, name.Length - "Capsule.".Length - Ending.Length)
            : null;
    }
}
