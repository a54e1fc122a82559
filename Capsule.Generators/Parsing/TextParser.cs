using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Labels and messages, formatted invariantly while compiling where they are constant.</summary>
internal static class TextParser
{
    /// <summary>What people call the attribute: <c>[Display(Name = "…")]</c>, or the property's name; null where the resource does not exist.</summary>
    public static TextSpec? Label(IPropertySymbol property)
    {
        AttributeData? display = Annotated.Display(property);
        return display?.Argument("Name") is not string name ? Constant(property.Name)
            : display.Argument("ResourceType") is ITypeSymbol resource ? OfResource(resource, name)
            : Constant(name);
    }

    /// <summary>The message of a rule.</summary>
    /// <param name="annotation">The rule's attribute.</param>
    /// <param name="label">The value of <c>{0}</c>.</param>
    /// <param name="usual">The message where the attribute gives none.</param>
    /// <param name="arguments">The values of <c>{1}</c> and those behind it.</param>
    /// <param name="problem">What is wrong with it, if the result is null.</param>
    public static TextSpec? Message(AttributeData annotation, TextSpec label, string usual, object[] arguments, out string problem)
    {
        problem = "";
        string? text = annotation.Argument("ErrorMessage") as string;
        string? name = annotation.Argument("ErrorMessageResourceName") as string;
        var resource = annotation.Argument("ErrorMessageResourceType") as ITypeSymbol;
        if (name is null != resource is null || (text is not null && name is not null))
        {
            problem = "it needs either ErrorMessage or both ErrorMessageResourceType and ErrorMessageResourceName";
            return null;
        }

        if (resource is not null)
        {
            return OfResource(resource, name!) is { } found
                ? found with { Code = FormatCode(found, label, arguments) }
                : Fail($"'{resource.Name}' has no static property '{name}' with a text", out problem);
        }

        try
        {
            // Formatted even where the label is known at run time only: the template has to be right.
            string template = string.IsNullOrEmpty(text) ? usual : text!;
            string formatted = string.Format(CultureInfo.InvariantCulture, template, [label.Constant, .. arguments.Select(Formatted)]);
            return label.IsKey
                ? new(formatted, FormatCode(Constant(template), label, arguments), IsKey: true)
                : Constant(formatted);
        }
        catch (FormatException)
        {
            return Fail($"its placeholders go from {{0}} to {{{arguments.Length}}}, and a brace of the text itself is written twice", out problem);
        }
    }

    /// <summary>A text of <c>[Display]</c>, or its key; null where it does not say.</summary>
    public static string? OfDisplay(AttributeData display, string argument) =>
        display.Argument(argument) is not string text ? null
        : display.Argument("ResourceType") is ITypeSymbol resource ? OfResource(resource, text)?.Constant
        : text;

    private static TextSpec Constant(string text) => new(text, Literal.Of(text), IsKey: false);

    private static TextSpec? OfResource(ITypeSymbol resource, string name) =>
        resource.GetMembers(name).Any(static member => member is IPropertySymbol { IsStatic: true, GetMethod: not null, Type.SpecialType: SpecialType.System_String })
            ? new($"{resource.Name}.{name}", $"{Symbols.FullName(resource)}.{name}", IsKey: true)
            : null;

    private static string FormatCode(TextSpec template, TextSpec label, object[] arguments) =>
        $"string.Format(global::System.Globalization.CultureInfo.InvariantCulture, {string.Join(", ", [template.Code, label.Code, .. arguments.Select(Code)])})";

    private static object Formatted(object argument) => argument is RangeBound bound ? bound.Argument : argument;

    private static string Code(object argument) => argument switch
    {
        string text => Literal.Of(text),
        RangeBound { Argument: int number } => Code(number),
        RangeBound bound => bound.Code,
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture),
    };

    private static TextSpec? Fail(string what, out string problem)
    {
        problem = what;
        return null;
    }
}
