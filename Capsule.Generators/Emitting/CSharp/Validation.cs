using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The checks of the rules on attributes.</summary>
internal static class Validation
{
    private const string Check = $"{Names.Internals}.AttributeCheck";

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        IReadOnlyList<int> ruled = [.. Enumerable.Range(0, model.Attributes.Count).Where(index => model.Attributes[index].Rules.Count > 0)];
        if (ruled.Count == 0)
        {
            return;
        }

        foreach (int index in ruled)
        {
            EmitFields(writer, model.Attributes[index], model.FirstAttribute + index);
        }

        writer.Separate().Open($"{Names.Override(model)} void ValidateAttribute(int attribute, global::System.Collections.Generic.List<string> messages)\n{{");
        writer.Open("switch (attribute)\n{");
        foreach (int index in ruled)
        {
            writer.Open($"case {Names.Number(model.FirstAttribute + index)}:");
            EmitChecks(writer, model.Attributes[index], model.FirstAttribute + index);
            writer.Write("break;").Dedent();
        }

        writer.Write("default:\n    base.ValidateAttribute(attribute, messages);\n    break;").Close().Close();
    }

    private static void EmitFields(SourceWriter writer, AttributeSpec attribute, int index)
    {
        for (int number = 0; number < attribute.Rules.Count; number++)
        {
            RuleSpec rule = attribute.Rules[number];
            if (rule.Kind == RuleKind.Pattern)
            {
                string pattern = $"{Literal.Of(rule.Pattern)}, {Names.Number(rule.Timeout)}";
                writer.Separate().Write($"private static readonly global::System.Text.RegularExpressions.Regex {Field(index, number)} = {Check}.Pattern({pattern});");
            }
            else if (rule.Kind == RuleKind.Own)
            {
                writer.Separate().Write(
                    $"private static readonly global::System.ComponentModel.DataAnnotations.ValidationAttribute {Field(index, number)} = {rule.Creation};");
            }
        }
    }

    /// <summary>What is required and missing is not checked further, as .NET's Validator has it.</summary>
    private static void EmitChecks(SourceWriter writer, AttributeSpec attribute, int index)
    {
        foreach (RuleSpec rule in attribute.Rules.Where(rule => rule.Kind == RuleKind.Required))
        {
            string value = rule.AllowsEmpty ? $"(object?){attribute.Property.Reference}" : attribute.Property.Reference;
            writer.Write($$"""
                if (!{{Check}}.Required({{value}}))
                {
                    messages.Add({{rule.Message.Code}});
                    break;
                }

                """);
        }

        for (int number = 0; number < attribute.Rules.Count; number++)
        {
            RuleSpec rule = attribute.Rules[number];
            if (rule.Kind == RuleKind.Own)
            {
                string name = attribute.Property.Name;
                writer.Write($"{Check}.Own({Field(index, number)}, this, nameof({name}), {rule.Message.Code}, {attribute.Property.Reference}, messages);");
            }
            else if (rule.Kind != RuleKind.Required)
            {
                writer.Write($$"""
                    if (!{{Check}}.{{Call(rule, attribute, Field(index, number))}})
                    {
                        messages.Add({{rule.Message.Code}});
                    }

                    """);
            }
        }
    }

    private static string Call(RuleSpec rule, AttributeSpec attribute, string field)
    {
        string value = attribute.Property.Reference;
        return rule.Kind switch
        {
            RuleKind.Length => $"Length({value}, {rule.Minimum}, {rule.Maximum})",
            RuleKind.Range => RangeCode.Call(rule, attribute.Type, value),
            RuleKind.Pattern => $"Matches({value}, {field})",
            RuleKind.Email => $"EmailAddress({value})",
            _ => $"Url({value})",
        };
    }

    private static string Field(int attribute, int rule) => $"CapsuleRule{Names.Number(attribute)}_{Names.Number(rule)}";
}
