using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>What the description of the class says of its past: former names, hashes that clients may still have.</summary>
internal static class SchemaHistory
{
    /// <summary>A member of the initializer behind the constructor; empty for a model that has no past.</summary>
    public static string Of(ModelSpec model)
    {
        string[] facts =
        [
            .. Fact("FormerNames", model.FormerNames.Select(Literal.Of)),
            .. Fact("Attributes", model.Attributes.SelectMany(static (one, index) => Former(one.FormerNames, index))),
            .. Fact("Collections", model.Collections.SelectMany(static (one, index) => Former(one.FormerNames, index))),
            .. Fact("Children", model.Children.SelectMany(static (one, index) => Former(one.FormerNames, index))),
            .. Fact("Methods", model.Methods.SelectMany(static (one, index) => Former(one.FormerNames, index))),
            .. OnceNullable(model),
            .. model.History.Since > 1 ? new[] { $"Since = {Names.Number(model.History.Since)}," } : [],
            .. Fact("Past", model.History.Past.Select(static past => $"new({Names.Number(past.Until)}, 0x{past.Hash}UL)")),
        ];
        return facts.Length == 0 ? "" : $"    History = new()\n    {{\n{string.Concat(facts.Select(static fact => $"        {fact}\n"))}    }},\n";
    }

    private static IEnumerable<string> Former(EquatableArray<string> names, int index) => names.Select(name => $"new({Literal.Of(name)}, {Names.Number(index)})");

    private static string[] Fact(string name, IEnumerable<string> items)
    {
        string all = string.Join(", ", items);
        return all.Length == 0 ? [] : [$"{name} = [{all}],"];
    }

    private static string[] OnceNullable(ModelSpec model)
    {
        string[] bits = [.. model.Attributes.Select(static (one, index) => (one.WireName, index)).Where(one => model.History.OnceNullable.Contains(one.WireName)).Select(static one => $"({Names.Bit(one.index)})")];
        return bits.Length == 0 ? [] : [$"OnceNullable = {string.Join(" | ", bits)},"];
    }
}
