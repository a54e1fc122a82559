using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The rules that say who sees which member, by number.</summary>
internal static class SeeingRules
{
    private const int Collections = 64;

    private const int Children = 128;

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        IReadOnlyList<(int Member, string Rule)> rules =
        [
            .. Rules(model.Attributes.Select(static one => one.Visibility), model.FirstAttribute),
            .. Rules(model.Collections.Select(static one => one.Visibility), Collections + model.FirstCollection),
            .. Rules(model.Children.Select(static one => one.Visibility), Children + model.FirstChild),
        ];
        if (rules.Count == 0)
        {
            return;
        }

        writer.Separate().Open($"{Names.Override(model)} bool Shows(int member, global::Capsule.CapsuleUser user) => member switch\n{{");
        foreach ((int member, string rule) in rules)
        {
            writer.Write($"{Names.Number(member)} => {rule}(user),");
        }

        writer.Write("_ => base.Shows(member, user),").Close("};");
    }

    private static IEnumerable<(int Member, string Rule)> Rules(IEnumerable<VisibilitySpec?> members, int first) =>
        members.Select((one, index) => (Member: first + index, one?.Rule)).Where(static one => one.Rule is not null).Select(static one => (one.Member, one.Rule!));
}
