using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What a mirror's file takes from the files of others: the name of a mirror stands for its class and its input, all else says what it takes from
/// which, as in <c>type Shape, type ShapeInput from Shape</c>.</summary>
internal static class Imports
{
    /// <summary>Stands for the functions of computed values.</summary>
    private const string Computed = "computed";

    /// <summary>In ordinal order of the files.</summary>
    public static IReadOnlyList<string> Of(ModelSpec own)
    {
        ModelSpec model = own.Flat();
        (string File, string Entry)[] all = [.. (model.IsAbstract ? [] : OfPlaces(model)).Concat(OfUnion(model)).Where(one => one.File != Mirror.NameOf(model))];
        return
        [
            .. all.GroupBy(static one => one.File, StringComparer.Ordinal)
                .OrderBy(static file => file.Key, StringComparer.Ordinal)
                .Select(static file => Join(file.Key, [.. file.SelectMany(static one => one.Entry.Split('|')).Distinct()])),
            .. model.Computed.Any(static one => one.UsesClient) ? [Computed] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<(string File, string Entry)> OfPlaces(ModelSpec model) =>
        model.Collections.SelectMany(static one => OfPlace(one.ItemWireName, one.ItemMirror, one.Family))
            .Concat(model.Children.SelectMany(static one => OfPlace(one.ChildWireName, one.ChildMirror, one.Family)))
            .Concat(model.PublicAttributes().Select(static one => one.Type.Target).OfType<TargetSpec>().SelectMany(static one => OfTarget(one)))
            .Concat(model.Computed.SelectMany(static one => one.Asked).SelectMany(static one => OfAsked(one)));

    private static IEnumerable<(string File, string Entry)> OfPlace(string wireName, string mirror, EquatableArray<FamilyMember> family)
    {
        string file = WireName.ToMirrorName(wireName);
        return family.Count == 0
            ? [(file, $"{file}|type {file}Input")]
            : family.Select(static member => WireName.ToMirrorName(member.WireName)).Select(static name => (name, name)).Append((file, $"type {mirror}|type {mirror}Input"));
    }

    /// <summary>No input is taken of what a reference points at.</summary>
    private static IEnumerable<(string File, string Entry)> OfTarget(TargetSpec target) =>
        OfPlace(target.WireName, target.Mirror, target.Family).Select(static one => (one.File, one.Entry.Split('|')[0]));

    /// <summary>Of what an expression asks for, the classes alone.</summary>
    private static IEnumerable<(string File, string Entry)> OfAsked(TargetSpec asked) =>
        (asked.Family.Count > 0 ? asked.Family.Select(static member => member.WireName) : asked.IsAbstract ? [] : [asked.WireName])
            .Select(static name => WireName.ToMirrorName(name)).Select(static name => (name, name));

    private static IEnumerable<(string File, string Entry)> OfUnion(ModelSpec model) =>
        model.Family.Select(static member => WireName.ToMirrorName(member.WireName)).Select(static name => (name, $"type {name}|type {name}Input"));

    private static string Join(string file, HashSet<string> names)
    {
        if (names.Contains(file))
        {
            names.Remove($"type {file}");
        }

        return names.SetEquals([file, $"type {file}Input"]) ? file : $"{string.Join(", ", names.OrderBy(static name => name.StartsWith("type ", StringComparison.Ordinal)).ThenBy(static name => name, StringComparer.Ordinal))} from {file}";
    }
}
