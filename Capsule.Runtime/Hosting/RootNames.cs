namespace Capsule.Hosting;

/// <summary>Finds roots by their wire names, which must be clear.</summary>
internal static class RootNames
{
    public static IReadOnlyDictionary<string, RootDefinition> ByName(IEnumerable<RootDefinition> roots)
    {
        var byName = new Dictionary<string, RootDefinition>(StringComparer.Ordinal);
        var types = new Dictionary<string, ModelType>(StringComparer.Ordinal);
        foreach (RootDefinition root in roots)
        {
            if (!byName.TryAdd(root.Type.Name, root))
            {
                throw new ArgumentException($"The root '{root.Type.Name}' is added twice. Add each class once, or give one a name with [CapsuleModel(\"…\")].", nameof(roots));
            }

            foreach (ModelType type in root.Type.Reachable())
            {
                if (types.TryGetValue(type.Name, out ModelType? other) && other != type)
                {
                    throw new ArgumentException(
                        $"{type.ClrType} and {other.ClrType} have one wire name, '{type.Name}'. Give one another with [CapsuleModel(\"…\")].", nameof(roots));
                }

                types[type.Name] = type;
            }
        }

        return byName;
    }
}
