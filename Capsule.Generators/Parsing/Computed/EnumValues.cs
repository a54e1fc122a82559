using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Enums: in the browser their members are names of the wire.</summary>
internal static class EnumValues
{
    /// <summary>The member with this value; null where there is none.</summary>
    public static Script? Constant(object value, INamedTypeSymbol type)
    {
        decimal number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        return EnumParser.Members(type).FirstOrDefault(member => Number(member) == number) is { } found
            ? new(ScriptText.Of(WireName.FromName(found.Name)))
            : null;
    }

    /// <summary>The numbers by the names of the wire.</summary>
    public static string Numbers(INamedTypeSymbol type)
    {
        bool isLong = ValueTypes.IsLong(ValueTypes.KindOf(type.EnumUnderlyingType));
        return Table(type, member => Number(member).ToString(CultureInfo.InvariantCulture) + (isLong ? "n" : ""));
    }

    /// <summary>The names of C# by the names of the wire.</summary>
    public static string Names(INamedTypeSymbol type) => Table(type, static member => ScriptText.Of(member.Name));

    /// <summary>The number of a member of an enum that is not known until it is computed.</summary>
    public static Script NumberOf(Translation translation, Script value, INamedTypeSymbol type) => translation.Call("lookup", value.Text, Numbers(type));

    private static string Table(INamedTypeSymbol type, Func<IFieldSymbol, string> value) =>
        $"{{ {string.Join(", ", EnumParser.Members(type).Select(member => $"{WireName.FromName(member.Name)}: {value(member)}"))} }}";

    private static decimal Number(IFieldSymbol member) => Convert.ToDecimal(member.ConstantValue, CultureInfo.InvariantCulture);
}
