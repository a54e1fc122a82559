using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary><c>is</c>, and the patterns of switch expressions.</summary>
internal static class Patterns
{
    public static Script Is(Translation translation, IIsPatternOperation operation) => Test(translation, operation.Pattern, translation.Of(operation.Value));

    public static Script IsType(Translation translation, IIsTypeOperation operation)
    {
        Script test = TypeTest(translation, operation.TypeOperand, operation.ValueOperand.Type!, translation.Of(operation.ValueOperand), operation);
        return operation.IsNegated ? Script.Operation($"!{test.Atom}") : test;
    }

    /// <summary>The question whether an input is of a pattern. Variables of the pattern are known from then on.</summary>
    public static Script Test(Translation translation, IPatternOperation pattern, Script input) => pattern switch
    {
        IDiscardPatternOperation => new("true"),
        INegatedPatternOperation one => Not(Test(translation, one.Pattern, input)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } one => Both(Test(translation, one.LeftPattern, input), Test(translation, one.RightPattern, input)),
        IBinaryPatternOperation one => Script.Operation($"{Test(translation, one.LeftPattern, input).Atom} || {Test(translation, one.RightPattern, input).Atom}"),
        IConstantPatternOperation one => Constant(translation, one, input),
        IRelationalPatternOperation one => Relational(translation, one, input),
        IDeclarationPatternOperation one => Declaration(translation, one, input),
        ITypePatternOperation one => TypeTest(translation, one.MatchedType, one.InputType, input, one),
        IRecursivePatternOperation one => Recursive(translation, one, input),
        _ => throw Outside.Subset(pattern),
    };

    public static Script Both(Script left, Script right) =>
        left.Text == "true" ? right : right.Text == "true" ? left : Script.Operation($"{left.Atom} && {right.Atom}");

    private static Script Not(Script test) => Script.Operation($"!{test.Atom}");

    private static Script Constant(Translation translation, IConstantPatternOperation pattern, Script input) =>
        pattern.Value.ConstantValue is { HasValue: true, Value: null } ? Script.Operation($"{input.Atom} == null")
        : Comparisons.Equality(translation, pattern.InputType, input, translation.Of(pattern.Value)) ?? throw Outside.Subset(pattern);

    private static Script Relational(Translation translation, IRelationalPatternOperation pattern, Script input)
    {
        string symbol = pattern.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => "<",
            BinaryOperatorKind.LessThanOrEqual => "<=",
            BinaryOperatorKind.GreaterThan => ">",
            _ => ">=",
        };
        Script order = Comparisons.Order(translation, pattern.InputType, symbol, input, translation.Of(pattern.Value)) ?? throw Outside.Subset(pattern);
        return ValueTypes.IsNullableValue(pattern.InputType) ? Both(IsThere(input), order) : order;
    }

    private static Script Declaration(Translation translation, IDeclarationPatternOperation pattern, Script input)
    {
        Declare(translation, pattern.DeclaredSymbol, input);
        return pattern.MatchesNull ? new("true") : TypeTest(translation, pattern.MatchedType ?? pattern.InputType, pattern.InputType, input, pattern);
    }

    private static Script Recursive(Translation translation, IRecursivePatternOperation pattern, Script input)
    {
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            throw Outside.Subset(pattern);
        }

        Declare(translation, pattern.DeclaredSymbol, input);
        Script test = TypeTest(translation, pattern.MatchedType, pattern.InputType, input, pattern);
        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            translation.PatternInputs.Push(input);
            Script member = translation.Of(part.Member);
            translation.PatternInputs.Pop();
            test = Both(test, Test(translation, part.Pattern, member));
        }

        return test;
    }

    private static Script TypeTest(Translation translation, ITypeSymbol matched, ITypeSymbol given, Script input, IOperation place)
    {
        ITypeSymbol plain = ValueTypes.WithoutNull(given);
        return SymbolEqualityComparer.Default.Equals(ValueTypes.WithoutNull(matched), plain) || Members.IsAnyModel(matched) ? (ValueTypes.CanBeNull(given) ? IsThere(input) : new("true"))
            : matched.IsModel() && (Members.IsAnyModel(plain) || plain.IsModel()) ? translation.Call("is", input.Text, translation.MirrorsOf(matched))
            : throw Outside.Subset(place);
    }

    private static Script IsThere(Script input) => Script.Operation($"{input.Atom} != null");

    private static void Declare(Translation translation, ISymbol? variable, Script input)
    {
        if (variable is not null)
        {
            translation.Variables[variable] = input;
        }
    }
}
