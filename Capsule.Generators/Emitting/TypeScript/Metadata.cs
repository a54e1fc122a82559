using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What the mirror says about its model at run time.</summary>
internal static class Metadata
{
    public static void Emit(SourceWriter writer, ModelSpec model, string declaration)
    {
        writer.Open($"{declaration} = {{");
        writer.Write($"type: \"{model.WireName}\",");
        writer.Write($"hash: \"{SchemaHash.Of(model).ToString("x16", CultureInfo.InvariantCulture)}\",");
        EmitAttributes(writer, model);
        EmitTypes(writer, "collections", [.. model.Collections.Select(one => (model.LabelOf(one), one.WireName, Types(one.ItemWireName, one.IsItemAbstract, one.Family)))]);
        EmitTypes(writer, "models", [.. model.Children.Select(one => (model.LabelOf(one), one.WireName, Types(one.ChildWireName, one.IsChildAbstract, one.Family)))]);
        EmitTypes(writer, "made", [.. model.Children.Where(static one => one.IsMade).Select(one => (model.LabelOf(one), one.WireName, WireName.ToMirrorName(one.ChildWireName)))]);
        if (model.Computed.Count > 0)
        {
            EmitComputed(writer, model);
        }

        if (model.ExposedMethods.Any())
        {
            MethodMetadata.Emit(writer, model);
        }

        BroadcastMetadata.Emit(writer, model);

        writer.Close("};");
    }

    private static void EmitAttributes(SourceWriter writer, ModelSpec model)
    {
        IReadOnlyList<AttributeSpec> attributes = model.PublicAttributes();
        if (attributes.Count == 0)
        {
            writer.Write("attributes: {},");
            return;
        }

        writer.Open("attributes: {");
        foreach (AttributeSpec attribute in attributes)
        {
            writer.Write(Marks.Around(model.LabelOf(attribute), $"{attribute.WireName}: {{ {string.Join(", ", Facts(attribute))} }},"));
        }

        writer.Close("},");
    }

    private static IEnumerable<string> Facts(AttributeSpec attribute)
    {
        foreach (string fact in TypeMetadata.Facts(attribute.Type))
        {
            yield return fact;
        }

        if (attribute.IsClientEditable)
        {
            yield return "editable: true";
        }

        if (attribute.IsImmutable)
        {
            yield return "immutable: true";
        }

        if (attribute.IsRadio)
        {
            yield return "radio: true";
        }

        foreach (string fact in DisplayFacts.Of(attribute).Concat(RuleFacts.Of(attribute)))
        {
            yield return fact;
        }
    }

    /// <summary>The class of what is in a place, or a list of the classes where data say which one they are of.</summary>
    public static string Types(string wireName, bool isAbstract, EquatableArray<FamilyMember> family) => family switch
    {
        { Count: > 0 } => $"[{string.Join(", ", family.Select(static member => WireName.ToMirrorName(member.WireName)))}]",
        _ => isAbstract ? "[]" : WireName.ToMirrorName(wireName),
    };

    private static void EmitComputed(SourceWriter writer, ModelSpec model)
    {
        string label = Labels.Any(model.Computed.Select(model.LabelOf));
        writer.OpenMark(label).Open("computed: {");
        foreach (ComputedSpec computed in model.Computed)
        {
            writer.Write(Marks.Around(model.LabelOf(computed), $"{computed.WireName}: [{string.Join(", ", computed.Dependencies.Select(ScriptText.Of))}],"));
        }

        writer.Close("},").CloseMark(label);
    }

    private static void EmitTypes(SourceWriter writer, string name, IReadOnlyList<(string Label, string Member, string Type)> types)
    {
        if (types.Count > 0)
        {
            string places = Marks.Join([.. types.Select(one => (one.Label, $"{one.Member}: () => {one.Type}"))], ", ");
            writer.Write(Marks.Around(Labels.Any(types.Select(one => one.Label)), $"{name}: {{ {places} }},"));
        }
    }
}
