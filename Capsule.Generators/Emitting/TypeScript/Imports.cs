using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What a mirror's file takes from the files of others: the name of a mirror stands for its class and its input, all else says what it takes from
/// which, as in <c>type Shape, type ShapeInput from Shape</c>.</summary>
internal static class Imports
{
    /// <summary>Stands for the functions of computed values.</summary>
    private const string Computed = "computed";

    /// <summary>In ordinal order of the files. What only some of the members need is marked, as these are; a file can be named twice then, with other names.</summary>
    public static IReadOnlyList<string> Of(ModelSpec own)
    {
        ModelSpec model = own.Flat();
        Import[] all = [.. (model.IsAbstract ? [] : OfPlaces(model)).Concat(OfUnion(model)).Where(one => one.File != Mirror.NameOf(model))];
        return
        [
            .. all.GroupBy(static one => one.File, StringComparer.Ordinal)
                .OrderBy(static file => file.Key, StringComparer.Ordinal)
                .SelectMany(static file => OfFile(file.Key, file)),
            .. model.Computed.Where(static one => one.UsesClient).Select(model.LabelOf).ToArray() is { Length: > 0 } labels ? [Marks.Around(Labels.Any(labels), Computed)] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> OfFile(string file, IEnumerable<Import> imports) => imports
        .SelectMany(static one => one.Entry.Split('|').Select(name => (Name: name, one.Label)))
        .GroupBy(static one => one.Name, static one => one.Label)
        .GroupBy(static one => Labels.Any(one), static one => one.Key)
        .OrderBy(static one => one.Key, StringComparer.Ordinal)
        .Select(one => Marks.Around(one.Key, Join(file, [.. one])));

    private static IEnumerable<Import> OfPlaces(ModelSpec model) =>
        model.Collections.SelectMany(one => OfPlace(one.ItemWireName, one.ItemMirror, one.Family, model.LabelOf(one)))
            .Concat(model.Children.SelectMany(one => OfPlace(one.ChildWireName, one.ChildMirror, one.Family, model.LabelOf(one))))
            .Concat(model.PublicAttributes().Where(static one => one.Type.Target is not null).SelectMany(one => OfTarget(one.Type.Target!, model.LabelOf(one))))
            .Concat(model.Computed.SelectMany(one => one.Asked.SelectMany(asked => OfAsked(asked, model.LabelOf(one)))));

    private static IEnumerable<Import> OfPlace(string wireName, string mirror, EquatableArray<FamilyMember> family, string label)
    {
        string file = WireName.ToMirrorName(wireName);
        return family.Count == 0
            ? [new(file, $"{file}|type {file}Input", label)]
            : family.Select(static member => WireName.ToMirrorName(member.WireName)).Select(name => new Import(name, name, label)).Append(new(file, $"type {mirror}|type {mirror}Input", label));
    }

    /// <summary>No input is taken of what a reference points at.</summary>
    private static IEnumerable<Import> OfTarget(TargetSpec target, string label) =>
        OfPlace(target.WireName, target.Mirror, target.Family, label).Select(static one => one with { Entry = one.Entry.Split('|')[0] });

    /// <summary>Of what an expression asks for, the classes alone.</summary>
    private static IEnumerable<Import> OfAsked(TargetSpec asked, string label) =>
        (asked.Family.Count > 0 ? asked.Family.Select(static member => member.WireName) : asked.IsAbstract ? [] : [asked.WireName])
            .Select(static name => WireName.ToMirrorName(name)).Select(name => new Import(name, name, label));

    private static IEnumerable<Import> OfUnion(ModelSpec model) =>
        model.Family.Select(static member => WireName.ToMirrorName(member.WireName)).Select(static name => new Import(name, $"type {name}|type {name}Input", ""));

    private static string Join(string file, HashSet<string> names)
    {
        if (names.Contains(file))
        {
            names.Remove($"type {file}");
        }

        return names.SetEquals([file, $"type {file}Input"]) ? file : $"{string.Join(", ", names.OrderBy(static name => name.StartsWith("type ", StringComparison.Ordinal)).ThenBy(static name => name, StringComparer.Ordinal))} from {file}";
    }

    /// <summary>What is taken of a file, names with bars between, and what it takes to be told of the member that needs it.</summary>
    private sealed record Import(string File, string Entry, string Label);
}
