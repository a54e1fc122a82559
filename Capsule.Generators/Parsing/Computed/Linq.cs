using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>LINQ over collections, lists and the letters of a text.</summary>
internal static class Linq
{
    public static Script Of(Translation translation, IInvocationOperation operation)
    {
        IOperation[] arguments = [.. operation.Arguments.OrderBy(static one => one.Parameter?.Ordinal).Select(static one => one.Value)];
        string source = Source(translation, arguments[0]);
        string name = operation.TargetMethod.Name;
        return name switch
        {
            "Count" => Plain(translation, operation, "count", source, arguments),
            "Any" => Plain(translation, operation, "any", source, arguments),
            "All" => Plain(translation, operation, "all", source, arguments),
            "Where" => Plain(translation, operation, "where", source, arguments),
            "Select" => Plain(translation, operation, "select", source, arguments),
            "First" => Plain(translation, operation, "first", source, arguments),
            "Last" => Plain(translation, operation, "last", source, arguments),
            "FirstOrDefault" or "LastOrDefault" => OrDefault(translation, operation, name, source, arguments),
            "Sum" or "Average" => Total(translation, operation, name, source, arguments),
            "Min" or "Max" => Extreme(translation, operation, name, source, arguments),
            "Contains" when arguments.Length == 2 => Contains(translation, operation, source, arguments[1]),
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" => Ordered(translation, operation),
            "OfType" => OfType(translation, operation, source),
            "ToList" or "ToArray" => translation.Call("list", source),
            _ => throw Outside.Subset(operation),
        };
    }

    private static string Source(Translation translation, IOperation source)
    {
        while (source is IConversionOperation { Operand: { Type: not null } operand })
        {
            source = operand;
        }

        return source.Type?.SpecialType == SpecialType.System_String ? translation.Call("units", translation.TextOf(source)).Text
            : ValueTypes.ElementOf(source.Type) is not null ? translation.TextOf(source)
            : throw Outside.Subset(source);
    }

    private static Script Plain(Translation translation, IInvocationOperation operation, string function, string source, IOperation[] arguments) => arguments.Length switch
    {
        1 => translation.Call(function, source),
        2 => translation.Call(function, source, Lambda(translation, arguments[1])),
        _ => throw Outside.Subset(operation),
    };

    private static Script OfType(Translation translation, IInvocationOperation operation, string source) =>
        operation.TargetMethod.TypeArguments[0] is var type && type.IsModel() ? translation.Call("ofType", source, translation.MirrorsOf(type)) : throw Outside.Subset(operation);

    private static Script OrDefault(Translation translation, IInvocationOperation operation, string name, string source, IOperation[] arguments)
    {
        bool hasPredicate = arguments.Length > 1 && IsLambda(arguments[1]);
        bool hasDefault = arguments.Length > (hasPredicate ? 2 : 1);
        string other = hasDefault ? translation.TextOf(arguments[arguments.Length - 1])
            : (ValueTypes.ElementOf(operation.Arguments[0].Parameter!.Type) is { } item ? Literals.Default(item) : null)?.Text ?? throw Outside.Subset(operation);
        string function = name == "FirstOrDefault" ? "firstOr" : "lastOr";
        return hasPredicate ? translation.Call(function, source, other, Lambda(translation, arguments[1])) : translation.Call(function, source, other);
    }

    private static Script Total(Translation translation, IInvocationOperation operation, string name, string source, IOperation[] arguments)
    {
        ITypeSymbol type = arguments.Length == 1 ? ValueTypes.ElementOf(operation.Arguments[0].Parameter!.Type)! : ResultOf(arguments[1]) ?? throw Outside.Subset(operation);
        ValueKind? kind = ValueTypes.KindOf(type);
        string selector = arguments.Length == 1 ? "computed.itself" : Lambda(translation, arguments[1]);
        string verb = name == "Sum" ? "sum" : "average";
        return kind switch
        {
            ValueKind.Int32 or ValueKind.Int64 when verb == "sum" => translation.Call("sumIntegers", ValueTypes.NameOf(kind.Value), source, selector),
            ValueKind.Int32 or ValueKind.Int64 => translation.Call("averageIntegers", source, IsOptional(type), selector),
            ValueKind.Double or ValueKind.Single or ValueKind.Decimal when verb == "sum" => translation.Call($"sum{kind}s", source, selector),
            ValueKind.Double or ValueKind.Single or ValueKind.Decimal => translation.Call($"average{kind}s", source, IsOptional(type), selector),
            _ => throw Outside.Subset(operation),
        };
    }

    private static Script Extreme(Translation translation, IInvocationOperation operation, string name, string source, IOperation[] arguments)
    {
        ITypeSymbol? type = arguments.Length == 1 ? ValueTypes.ElementOf(operation.Arguments[0].Parameter!.Type) : ResultOf(arguments[1]);
        string sorter = Sorter(translation, operation, type, isOrdinal: false, $"the texts in order: 'OrderBy(…, StringComparer.Ordinal).First()'");
        string selector = arguments.Length == 1 ? "computed.itself" : Lambda(translation, arguments[1]);
        return translation.Call(name == "Min" ? "min" : "max", source, sorter, IsOptional(type!), selector);
    }

    /// <summary>Whether nothing of nothing is null, and not a failure.</summary>
    private static string IsOptional(ITypeSymbol type) => ValueTypes.CanBeNull(type) ? "true" : "false";

    private static Script Contains(Translation translation, IInvocationOperation operation, string source, IOperation value)
    {
        ITypeSymbol? type = value.Type;
        Script wanted = translation.Of(value);
        Script test = Comparisons.Equality(translation, type, new("a"), new("b")) ?? throw Outside.Subset(operation);
        return test.Text == "a === b" ? translation.Call("includes", source, wanted.Text) : translation.Call("includes", source, wanted.Text, $"(a, b) => {test.Text}");
    }

    private static Script Ordered(Translation translation, IInvocationOperation operation)
    {
        var keys = new List<string>();
        IInvocationOperation current = operation;
        while (true)
        {
            IOperation[] arguments = [.. current.Arguments.OrderBy(static one => one.Parameter?.Ordinal).Select(static one => one.Value)];
            keys.Insert(0, Key(translation, current, arguments));
            if (current.TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal))
            {
                return translation.Call("orderBy", [Source(translation, arguments[0]), .. keys]);
            }

            IOperation before = arguments[0];
            while (before is IConversionOperation conversion)
            {
                before = conversion.Operand;
            }

            current = before as IInvocationOperation is { TargetMethod.ContainingType.Name: "Enumerable" } call ? call : throw Outside.Subset(operation);
        }
    }

    private static string Key(Translation translation, IInvocationOperation operation, IOperation[] arguments)
    {
        bool isOrdinal = arguments.Length == 3 && arguments[2].DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(static one => one.Property is { Name: "Ordinal", ContainingType.Name: "StringComparer" });
        if (arguments.Length == 3 && !isOrdinal)
        {
            throw Outside.Subset(operation, "sorts by a comparer that is not translated: 'StringComparer.Ordinal' is");
        }

        ITypeSymbol? type = ResultOf(arguments[1]);
        string sorter = Sorter(translation, operation, type, isOrdinal, $"'{operation.TargetMethod.Name}(…, StringComparer.Ordinal)'");
        bool isDescending = operation.TargetMethod.Name.EndsWith("Descending", StringComparison.Ordinal);
        return $"[{Lambda(translation, arguments[1])}, {(isDescending ? translation.Call("descending", sorter).Text : sorter)}]";
    }

    private static string Sorter(Translation translation, IInvocationOperation operation, ITypeSymbol? type, bool isOrdinal, string way) =>
        Comparisons.Sorter(translation, type, isOrdinal)
        ?? throw (ValueTypes.KindOf(type) == ValueKind.String ? Outside.Culture(operation, way) : Outside.Subset(operation));

    private static bool IsLambda(IOperation argument) => FunctionOf(argument) is not null;

    private static IAnonymousFunctionOperation? FunctionOf(IOperation argument) => argument switch
    {
        IDelegateCreationOperation creation => creation.Target as IAnonymousFunctionOperation,
        IConversionOperation conversion => FunctionOf(conversion.Operand),
        _ => argument as IAnonymousFunctionOperation,
    };

    private static ITypeSymbol? ResultOf(IOperation argument) => FunctionOf(argument)?.Symbol.ReturnType;

    private static string Lambda(Translation translation, IOperation argument)
    {
        if (FunctionOf(argument) is not { Symbol.Parameters: [var parameter], Body.Operations: [IReturnOperation { ReturnedValue: { } value }] })
        {
            throw Outside.Subset(argument, "is no lambda with one parameter and one expression");
        }

        string name = translation.Free(parameter.Name);
        translation.Variables[parameter] = new(name);
        Script body = translation.Of(value);
        translation.Release(name);
        return $"({name}) => {(body.Text[0] == '{' ? $"({body.Text})" : body.Text)}";
    }
}
