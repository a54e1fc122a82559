using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>How a value of each type is written.</summary>
internal static class WritingCode
{
    /// <summary>The statement that writes a value.</summary>
    public static string Write(TypeRef type, string writer, string value) => type switch
    {
        { Enum: { } @enum } => $"{Names.AttributeJson}.Write({writer}, {EnumCode.ClassName(@enum)}.NameOf({value}));",
        { Record: { } record } => $"{RecordCode.ClassName(record)}.Write({writer}, {value});",
        { Kind: ValueKind.List or ValueKind.Dictionary } =>
            $"{Names.AttributeJson}.Write{type.Kind}<{ValueCode.TypeName(type.Element!)}>({writer}, {value}, {Writer(type.Element!)});",
        { IsNullable: true, IsReference: false, Kind: > ValueKind.Strings } =>
            $"{Names.AttributeJson}.WriteNullable<{ScalarNames.CSharp(type.Kind)}>({writer}, {value}, {Names.AttributeJson}.Write);",
        _ => $"{Names.AttributeJson}.Write({writer}, {value});",
    };

    /// <summary>The statements that write a member of an object, whose name is given as an expression.</summary>
    public static string WriteMember(TypeRef type, string writer, string name, string value) => type switch
    {
        { Enum: { } @enum } => $"{Names.AttributeJson}.WriteString({writer}, {name}, {EnumCode.ClassName(@enum)}.NameOf({value}));",
        { Kind: <= ValueKind.Strings } => $"{Names.AttributeJson}.Write{type.Kind}({writer}, {name}, {value});",
        _ => $"{writer}.WritePropertyName({name});\n{Write(type, writer, value)}",
    };

    private static string Writer(TypeRef type) => $"static (writer, one) => {Write(type, "writer", "one").TrimEnd(';')}";
}
