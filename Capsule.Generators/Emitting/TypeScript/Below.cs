using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>The mirrors of what can stand right below a model, in ordinal order, marked as the places are.</summary>
internal static class Below
{
    public static IReadOnlyList<string> Of(ModelSpec own)
    {
        ModelSpec model = own.Flat();
        return model.IsAbstract ? [] :
        [
            .. model.Collections.SelectMany(one => Classes(one.ItemWireName, one.IsItemAbstract, one.Family).Select(name => (Name: name, Label: model.LabelOf(one))))
                .Concat(model.Children.SelectMany(one => Classes(one.ChildWireName, one.IsChildAbstract, one.Family).Select(name => (Name: name, Label: model.LabelOf(one)))))
                .GroupBy(static one => one.Name, static one => one.Label)
                .OrderBy(static one => one.Key, StringComparer.Ordinal)
                .Select(static one => Marks.Around(Labels.Any(one), one.Key)),
        ];
    }

    private static IEnumerable<string> Classes(string wireName, bool isAbstract, EquatableArray<FamilyMember> family) =>
        (family.Count > 0 ? family.Select(static member => member.WireName) : isAbstract ? [] : [wireName]).Select(static name => WireName.ToMirrorName(name));
}
