using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary><c>a ? b : c</c>, and switch expressions.</summary>
internal static class Conditionals
{
    public static Script Conditional(Translation translation, IConditionalOperation operation)
    {
        Script condition = translation.Of(operation.Condition);
        return Script.Operation($"{condition.Atom} ? {translation.Of(operation.WhenTrue).Atom} : {translation.Of(operation.WhenFalse!).Atom}");
    }

    public static Script Switch(Translation translation, ISwitchExpressionOperation operation) =>
        translation.With(translation.Of(operation.Value), "it", it => Arms(translation, operation, it));

    private static Script Arms(Translation translation, ISwitchExpressionOperation operation, Script input)
    {
        string text = "";
        foreach (ISwitchExpressionArmOperation arm in operation.Arms)
        {
            if (arm.Value is IThrowOperation or IConversionOperation { Operand: IThrowOperation })
            {
                throw Outside.Subset(arm.Value);
            }

            Script test = Patterns.Test(translation, arm.Pattern, input);
            string condition = arm.Guard is { } guard ? Patterns.Both(test, translation.Of(guard)).Atom : test.Atom;
            string value = translation.Of(arm.Value).Atom;
            if (condition == "true")
            {
                return Script.Operation(text + value);
            }

            text += $"{condition} ? {value} : ";
        }

        return Script.Operation(text + translation.Call("unmatched"));
    }
}
