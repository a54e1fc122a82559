using System.Collections.Immutable;
using Capsule.Generators.Models;

namespace Capsule.Generators.Parsing;

/// <summary>Which models derive from which: what only all of them together tell.</summary>
internal static class Families
{
    /// <summary>A model of the compilation with those that it derives from.</summary>
    /// <param name="Model">Itself.</param>
    /// <param name="IsAbstract">Whether there are only models that derive from it.</param>
    /// <param name="Bases">The full names of those above it.</param>
    internal sealed record Line(FamilyMember Model, bool IsAbstract, EquatableArray<string> Bases);

    public static Line LineOf(ModelSpec model, CancellationToken cancellation)
    {
        var bases = new List<string>();
        for (ModelSpec? above = model.Base; above is not null; above = above.Base)
        {
            bases.Add(above.FullName);
        }

        return new(new(model.FullName, model.WireName), model.IsAbstract, bases.ToEquatableArray());
    }

    public static EquatableArray<Family> Of(ImmutableArray<Line> lines, CancellationToken cancellation)
    {
        string[] heads = [.. lines.Where(static line => line.IsAbstract).Select(static line => line.Model.FullName).Concat(lines.SelectMany(static line => line.Bases)).Distinct().OrderBy(static name => name, StringComparer.Ordinal)];
        return heads.Select(head => new Family(head, lines.FirstOrDefault(line => line.Model.FullName == head)?.Model.WireName ?? "", lines
            .Where(line => !line.IsAbstract && (line.Model.FullName == head || line.Bases.Contains(head)))
            .Select(static line => line.Model)
            .OrderBy(static member => member.FullName, StringComparer.Ordinal)
            .ToEquatableArray())).ToEquatableArray();
    }

    /// <summary>The model with the families of itself and of its members, so that it changes only where one of those does.</summary>
    public static ModelSpec Resolve((ModelSpec Model, EquatableArray<Family> Families) one, CancellationToken cancellation) =>
        one.Families.Count == 0 ? one.Model : Resolve(one.Model, one.Families);

    private static ModelSpec Resolve(ModelSpec model, EquatableArray<Family> families) => model with
    {
        Base = model.Base is { } above ? Resolve(above, families) : null,
        Family = Find(model.FullName, families) ?? model.Family,
        Computed = model.Computed
            .Select(one => one with { Asked = one.Asked.Select(asked => Resolve(asked, families)).ToEquatableArray(), Dependencies = WithFamilies(one.Dependencies, families) })
            .ToEquatableArray(),
        Attributes = model.Attributes
            .Select(one =>
                one.OnServer is { } sources ? one with { OnServer = sources with { Dependencies = WithFamilies(sources.Dependencies, families) } }
                : one.Type.Target is { } target ? one with { Type = one.Type with { Target = Resolve(target, families) } }
                : one)
            .ToEquatableArray(),
        Collections = model.Collections
            .Select(one => Find(one.ItemTypeName, families) is { } family ? one with { Family = family, ItemMirror = Mirror(one.ItemTypeName, one.ItemWireName, family) } : one)
            .ToEquatableArray(),
        Children = model.Children
            .Select(one => Find(one.TypeName, families) is { } family ? one with { Family = family, ChildMirror = Mirror(one.TypeName, one.ChildWireName, family) } : one)
            .ToEquatableArray(),
    };

    private static TargetSpec Resolve(TargetSpec target, EquatableArray<Family> families) =>
        Find(target.TypeName, families) is { } family ? target with { Family = family, Mirror = Mirror(target.TypeName, target.WireName, family) } : target;

    /// <summary>The name of what can be in a place: the union of a family, which is called like its abstract head, else by its own name.</summary>
    public static string Mirror(string fullName, string wireName, EquatableArray<FamilyMember> family)
    {
        string name = WireName.ToMirrorName(wireName);
        return family.Any(member => member.FullName == fullName) ? WireName.ToUnionName(name) : name;
    }

    private static EquatableArray<string> WithFamilies(EquatableArray<string> dependencies, EquatableArray<Family> families) =>
        dependencies.SelectMany(dependency => WithFamily(dependency, families)).Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>A member of a base is one of each model that derives from it, and changes are told by what a model is.</summary>
    private static IEnumerable<string> WithFamily(string dependency, EquatableArray<Family> families)
    {
        string model = dependency.Split('.')[0];
        string member = dependency.Substring(model.Length);
        Family? family = families.FirstOrDefault(one => one.WireName == model);
        return family is null ? [dependency] : family.Members.Select(one => one.WireName + member).Prepend(dependency);
    }

    private static EquatableArray<FamilyMember>? Find(string fullName, EquatableArray<Family> families)
    {
        foreach (Family family in families)
        {
            if (family.FullName == fullName)
            {
                return family.Members;
            }
        }

        return null;
    }
}
