using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Calls of methods and constructors.</summary>
internal static class Calls
{
    public static Script Of(Translation translation, IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (Members.IsAnyModel(method.ContainingType) && method is { Name: "Ancestor", TypeArguments: [var above] })
        {
            return Ancestor(translation, operation, above);
        }

        if (method.ContainingType is { Name: "Enumerable" or "MemoryExtensions" })
        {
            return Linq.Of(translation, operation);
        }

        return OfNullable(translation, operation)
            ?? Ordering(translation, operation)
            ?? Texts.Call(translation, operation)
            ?? OfEnum(translation, operation)
            ?? OfDictionary(translation, operation)
            ?? KnownMembers.Of(translation, operation, method, Values(translation, operation))
            ?? throw (method.ContainingType.IsModel()
                ? Outside.Subset(operation, "calls a method of a model: write its expression here, or make it a [Computed] property")
                : Outside.Subset(operation));
    }

    public static Script Creation(Translation translation, IObjectCreationOperation operation)
    {
        Script[] values = [.. operation.Arguments.OrderBy(static one => one.Parameter?.Ordinal).Select(one => translation.Of(one.Value))];
        return operation.Initializer is not null || operation.Constructor is not { } constructor ? throw Outside.Subset(operation)
            : constructor.Parameters.IsEmpty && Literals.Default(operation.Type!) is { } value && operation.Type!.IsValueType ? value
            : KnownMembers.Of(translation, operation, constructor, values) ?? throw Outside.Subset(operation);
    }

    private static Script Ancestor(Translation translation, IInvocationOperation operation, ITypeSymbol type)
    {
        translation.Dependencies.Add(Translation.AnyPlace);
        return type.IsModel()
            ? translation.Call("ancestor", translation.TextOf(operation.Instance!), translation.MirrorsOf(type))
            : throw Outside.Subset(operation, "asks for a type that is no model");
    }

    private static Script[] Values(Translation translation, IInvocationOperation operation)
    {
        IEnumerable<Script> arguments = operation.Arguments.OrderBy(static one => one.Parameter?.Ordinal).Select(one => translation.Of(one.Value));
        return operation.Instance is { } instance ? [translation.Of(instance), .. arguments] : [.. arguments];
    }

    private static Script? OfNullable(Translation translation, IInvocationOperation operation)
    {
        if (operation.Instance is not { Type: { } type } instance || !ValueTypes.IsNullableValue(type) || operation.TargetMethod.Name != "GetValueOrDefault")
        {
            return null;
        }

        string value = translation.Of(instance).Atom;
        return Script.Operation(operation.Arguments.Length == 1
            ? $"{value} ?? {translation.Of(operation.Arguments[0].Value).Atom}"
            : $"{value} ?? {(Literals.Default(ValueTypes.WithoutNull(type)) ?? throw Outside.Subset(operation)).Atom}");
    }

    /// <summary>Of what these return, .NET promises the sign alone: they are translated where it is asked for.</summary>
    private static Script? Ordering(Translation translation, IInvocationOperation operation)
    {
        string signature = KnownMembers.SignatureOf(operation.TargetMethod);
        bool isOrdinal = signature == "string.CompareOrdinal(string, string)";
        if (!isOrdinal && signature != "string.Compare(string, string, System.StringComparison)")
        {
            return null;
        }

        IOperation? parent = operation.Parent;
        bool asksSign = parent is IBinaryOperation { LeftOperand.ConstantValue: { HasValue: true, Value: 0 } } or IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: 0 } };
        Script[] values = Values(translation, operation);
        return !asksSign ? throw Outside.Subset(operation, "gives a number of which only the sign is certain: compare it with 0")
            : !isOrdinal && values[2].Text != "\"ordinal\"" ? throw Outside.Culture(operation, "it with StringComparison.Ordinal")
            : translation.Call("compareTexts", values[0].Text, values[1].Text);
    }

    private static Script? OfEnum(Translation translation, IInvocationOperation operation) =>
        operation is { Instance: { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } instance, TargetMethod: { Name: "ToString", Parameters.IsEmpty: true } }
            ? translation.Call("lookup", translation.TextOf(instance), EnumValues.Names(type))
            : null;

    private static Script? OfDictionary(Translation translation, IInvocationOperation operation)
    {
        if (operation.TargetMethod is not { Name: "GetValueOrDefault", ContainingType.Name: "CollectionExtensions" } || operation.Arguments.Length < 2)
        {
            return null;
        }

        IOperation[] arguments = [.. operation.Arguments.OrderBy(static one => one.Parameter?.Ordinal).Select(static one => one.Value)];
        Script other = arguments.Length > 2 ? translation.Of(arguments[2]) : Literals.Default(operation.Type!) ?? throw Outside.Subset(operation);
        string read = Members.Incoming(translation, operation.Type!, new("it")).Text;
        string[] values = [translation.TextOf(arguments[0]), translation.TextOf(arguments[1]), other.Text];
        return read == "it" ? translation.Call("entryOr", values) : translation.Call("entryOr", [.. values, $"(it) => {read}"]);
    }
}
