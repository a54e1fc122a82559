using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Values as text: in interpolated strings, beside a <c>+</c>, and by <c>ToString</c>.</summary>
internal static class Texts
{
    private const string Invariant = "'string.Create(CultureInfo.InvariantCulture, $\"…\")', or 'ToString(CultureInfo.InvariantCulture)'";

    public static Script Interpolated(Translation translation, IInterpolatedStringOperation operation, bool isInvariant)
    {
        List<string> parts = [.. operation.Parts.Select(part => Part(translation, part, isInvariant))];
        if (parts.Count == 0 || parts[0][0] != '"')
        {
            parts.Insert(0, "\"\"");
        }

        return parts.Count == 1 ? new(parts[0]) : Script.Operation(string.Join(" + ", parts));
    }

    public static Script Concatenation(Translation translation, IBinaryOperation operation)
    {
        var parts = new List<string>();
        Flatten(operation);
        return Script.Operation(parts.Count > 0 && parts[0][0] == '"' ? string.Join(" + ", parts) : "\"\" + " + string.Join(" + ", parts));

        void Flatten(IOperation operand)
        {
            operand = Comparisons.WithoutBoxing(operand);
            if (operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } sum)
            {
                Flatten(sum.LeftOperand);
                Flatten(sum.RightOperand);
            }
            else
            {
                parts.Add(Text(translation, operand, isInvariant: false).Atom);
            }
        }
    }

    /// <summary>Calls that make a text; null where it is none of them.</summary>
    public static Script? Call(Translation translation, IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (method.Name == "Invariant" && method.ContainingType.Is("System", "FormattableString"))
        {
            return operation.Arguments[0].Value.DescendantsAndSelf().OfType<IInterpolatedStringOperation>().FirstOrDefault() is { } text
                ? Interpolated(translation, text, isInvariant: true)
                : throw Outside.Subset(operation);
        }

        if (method is { Name: "Create", ContainingType.SpecialType: SpecialType.System_String, Parameters.Length: 2 })
        {
            return IsInvariant(operation.Arguments[0].Value)
                && operation.Arguments[1].Value.DescendantsAndSelf().OfType<IInterpolatedStringOperation>().FirstOrDefault() is { } text
                ? Interpolated(translation, text, isInvariant: true)
                : throw Outside.Culture(operation, Invariant);
        }

        if (method is { Name: "ToString", Parameters: [{ Type.Name: "IFormatProvider" }] } && operation.Instance is { } instance)
        {
            return IsInvariant(operation.Arguments[0].Value) ? Text(translation, instance, isInvariant: true) : throw Outside.Culture(operation, "'ToString(CultureInfo.InvariantCulture)'");
        }

        return null;
    }

    private static string Part(Translation translation, IInterpolatedStringContentOperation part, bool isInvariant) => part switch
    {
        IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => ScriptText.Of(text),
        IInterpolationOperation hole => Hole(translation, hole.Expression, hole.Alignment, hole.FormatString, isInvariant),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call } => Appended(translation, call, isInvariant),
        _ => throw Outside.Subset(part),
    };

    private static string Appended(Translation translation, IInvocationOperation call, bool isInvariant)
    {
        if (call.TargetMethod.Name == "AppendLiteral")
        {
            return ScriptText.Of((string)call.Arguments[0].Value.ConstantValue.Value!);
        }

        IOperation? Argument(string name) => call.Arguments.FirstOrDefault(one => one.Parameter?.Name == name && one.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
        return Hole(translation, call.Arguments[0].Value, Argument("alignment"), Argument("format"), isInvariant);
    }

    private static string Hole(Translation translation, IOperation value, IOperation? alignment, IOperation? format, bool isInvariant)
    {
        if (format is not null)
        {
            throw Outside.Subset(value, "is formatted, and formats are not translated: leave the format out, or make the text from the value's members");
        }

        Script text = Text(translation, Comparisons.WithoutBoxing(value), isInvariant);
        return alignment?.ConstantValue is { HasValue: true, Value: int width }
            ? translation.Call(width < 0 ? "padRight" : "padLeft", text.Text, Math.Abs(width).ToString(System.Globalization.CultureInfo.InvariantCulture)).Text
            : text.Atom;
    }

    private static Script Text(Translation translation, IOperation operand, bool isInvariant)
    {
        if (operand.Type is not { } type)
        {
            return operand.ConstantValue is { HasValue: true, Value: null } ? new("\"\"") : throw Outside.Subset(operand);
        }

        Script value = translation.Of(operand);
        ValueKind? kind = ValueTypes.KindOf(type);
        if (kind == ValueKind.String)
        {
            return operand.ConstantValue.HasValue ? value : Script.Operation($"{value.Atom} ?? \"\"");
        }

        Func<Script, Script> text = one => Text(translation, operand, ValueTypes.WithoutNull(type), kind, isInvariant, one);
        return ValueTypes.IsNullableValue(type) ? Script.Operation($"{translation.Call("chain", value.Text, $"(it) => {text(new("it")).Text}")} ?? \"\"") : text(value);
    }

    private static Script Text(Translation translation, IOperation operand, ITypeSymbol type, ValueKind? kind, bool isInvariant, Script value) => kind switch
    {
        ValueKind.Char or ValueKind.Guid => value,
        ValueKind.Boolean => translation.Call("boolText", value.Text),
        ValueKind.Enum => translation.Call("lookup", value.Text, EnumValues.Names((INamedTypeSymbol)type)),
        ValueKind.TimeSpan => translation.Call("spanText", value.Text),
        null or ValueKind.Uri or ValueKind.Bytes => throw Outside.Subset(operand),
        _ when !isInvariant => throw Outside.Culture(operand, Invariant),
        ValueKind.Decimal => translation.Call("decimalText", value.Text),
        ValueKind.Double => translation.Call("realText", value.Text),
        ValueKind.Single => translation.Call("singleText", value.Text),
        ValueKind.DateTimeOffset or ValueKind.DateTime => translation.Call("momentText", value.Text),
        ValueKind.DateOnly => translation.Call("dayText", value.Text),
        ValueKind.TimeOnly => translation.Call("timeText", value.Text),
        _ => new($"String({value.Text})"),
    };

    private static bool IsInvariant(IOperation provider)
    {
        while (provider is IConversionOperation conversion)
        {
            provider = conversion.Operand;
        }

        return provider is IPropertyReferenceOperation { Property: { Name: "InvariantCulture", ContainingType.Name: "CultureInfo" } };
    }
}
