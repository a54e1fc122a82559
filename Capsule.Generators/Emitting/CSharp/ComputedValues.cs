using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>What the runtime has to know of computed values to tell of their changes.</summary>
internal static class ComputedValues
{
    private const string Info = "global::Capsule.ComputedInfo";

    private const string Infos = $"global::System.Collections.Immutable.ImmutableArray<{Info}>";

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Computed.Count == 0)
        {
            return;
        }

        writer.Separate().Write($"{Names.Override(model)} {Infos} ComputedValues => CapsuleComputed;");
        writer.Separate().Open($"private static readonly {Infos} CapsuleComputed =\n[");
        foreach (ComputedSpec computed in model.Flat().Computed)
        {
            string dependencies = string.Join(", ", computed.Dependencies.Select(Literal.Of));
            writer.Write($"new(\"{computed.WireName}\", nameof({computed.Property.Name}), [{dependencies}], static model => (({model.Name})model).{computed.Property.Name}),");
        }

        writer.Close("];");
    }
}
