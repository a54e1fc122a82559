using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Enums by name: a small private class for each that a model uses.</summary>
internal static class EnumCode
{
    public static string ClassName(EnumSpec @enum) => $"Capsule{@enum.Name}Enum";

    public static void EmitAll(SourceWriter writer, ModelSpec model) => Emit(writer, model.Enums);

    public static void Emit(SourceWriter writer, IEnumerable<EnumSpec> enums)
    {
        foreach (EnumSpec @enum in enums)
        {
            Emit(writer.Separate(), @enum);
        }
    }

    private static void Emit(SourceWriter writer, EnumSpec @enum)
    {
        writer.Open($$"""
            private static class {{ClassName(@enum)}}
            {
            """);
        writer.Open($$"""
            internal static string NameOf({{@enum.FullName}} value) => value switch
            {
            """);
        foreach (EnumMemberSpec member in @enum.Members)
        {
            writer.Write($"{@enum.FullName}.{member.Name} => \"{member.WireName}\",");
        }

        writer.Write($"_ => throw {Names.AttributeValue}.Undefined(value),").Close("};");
        writer.Separate().Write($$"""
            internal static string? NameOf({{@enum.FullName}}? value) => value is { } known ? NameOf(known) : null;

            internal static {{@enum.FullName}} Read(ref {{Names.Reader}} reader) => Parse({{Names.AttributeJson}}.ReadString(ref reader));

            internal static {{@enum.FullName}}? ReadNullable(ref {{Names.Reader}} reader) =>
                {{Names.AttributeJson}}.ReadNullableString(ref reader) is { } name ? Parse(name) : null;
            """);
        writer.Separate().Open($$"""
            private static {{@enum.FullName}} Parse(string name) => name switch
            {
            """);
        foreach (EnumMemberSpec member in @enum.Members)
        {
            writer.Write($"\"{member.WireName}\" => {@enum.FullName}.{member.Name},");
        }

        string allowed = string.Join(", ", @enum.Members.Select(member => member.WireName));
        writer.Write($"_ => throw {Names.AttributeJson}.UnknownName(name, \"{allowed}\"),").Close("};").Close();
    }
}
