using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Records as values: a small private class for each that a model uses.</summary>
internal static class RecordCode
{
    public static string ClassName(RecordSpec record) => $"Capsule{record.Name}Record";

    public static void EmitAll(SourceWriter writer, ModelSpec model) => Emit(writer, model.Records);

    public static void Emit(SourceWriter writer, IEnumerable<RecordSpec> records)
    {
        foreach (RecordSpec record in records)
        {
            writer.Separate().Open($"private static class {ClassName(record)}\n{{");
            EmitSame(writer, record);
            EmitHold(writer.Separate(), record);
            EmitWrite(writer.Separate(), record);
            EmitRead(writer.Separate(), record);
            writer.Close();
        }
    }

    private static void EmitSame(SourceWriter writer, RecordSpec record)
    {
        string members = string.Join("\n        && ", record.Members.Select(member => ValueCode.AreSame(member.Type, $"left.{member.Name}", $"right.{member.Name}")));
        writer.Write($"""
            internal static bool Same({record.FullName}? left, {record.FullName}? right) =>
                ReferenceEquals(left, right) || (left is not null && right is not null
                    && {members});
            """);
    }

    /// <summary>Lists and bytes in it are copied, and what no attribute may hold is refused.</summary>
    private static void EmitHold(SourceWriter writer, RecordSpec record)
    {
        string[] changes =
        [
            .. record.Members
                .Select(member => (member.Name, Held: ValueCode.Held(member.Type, $"value.{member.Name}")))
                .Where(member => member.Held != $"value.{member.Name}")
                .Select(member => $"{member.Name} = {member.Held}"),
        ];
        string exact = Exact(record, "value");
        string held = changes.Length == 0 ? exact : $"{exact} with {{ {string.Join(", ", changes)} }}";
        writer.Write($"""
            internal static {record.FullName} Hold({record.FullName}? value) =>
                HoldNullable({Names.AttributeValue}.NotNull(value))!;

            internal static {record.FullName}? HoldNullable({record.FullName}? value) =>
                value is null ? null : {held};
            """);
    }

    /// <summary>The value, unless it is of a class that derives from the record.</summary>
    private static string Exact(RecordSpec record, string value) => record.IsSealed ? value : $"{Names.AttributeValue}.Exact<{record.FullName}>({value})";

    private static void EmitWrite(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"internal static void Write({Names.Writer} writer, {record.FullName}? value)\n{{");
        writer.Write("if (value is null)\n{\n    writer.WriteNullValue();\n    return;\n}").Separate();
        if (!record.IsSealed)
        {
            writer.Write($"_ = {Exact(record, "value")};");
        }

        writer.Write("writer.WriteStartObject();");
        foreach (RecordMemberSpec member in record.Members)
        {
            writer.Write($"writer.WritePropertyName(\"{member.WireName}\"u8);\n{WritingCode.Write(member.Type, "writer", $"value.{member.Name}")}");
        }

        writer.Write("writer.WriteEndObject();").Close();
    }

    private static void EmitRead(SourceWriter writer, RecordSpec record)
    {
        RecordMemberSpec[] members = [.. record.Members];
        writer.Open($"internal static {record.FullName} Read(ref {Names.Reader} reader)\n{{");
        writer.Write($"{Names.AttributeJson}.StartRecord(ref reader);");
        for (int index = 0; index < members.Length; index++)
        {
            writer.Write($"{ValueCode.TypeName(members[index].Type)} {Local(index)} = default{(members[index].Type.IsNullable ? "" : "!")};");
        }

        writer.Write("ulong read = 0;");
        writer.Open($"while ({Names.AttributeJson}.NextMember(ref reader))\n{{");
        for (int index = 0; index < members.Length; index++)
        {
            writer.Open($"{(index == 0 ? "if" : "else if")} (reader.ValueTextEquals(\"{members[index].WireName}\"u8))\n{{");
            writer.Write($"reader.Read();\n{Local(index)} = {ReadingCode.Read(members[index].Type, "reader")};\nread |= {Names.Bit(index)};").Close();
        }

        writer.Write("else\n{\n    reader.Read();\n    reader.Skip();\n}").Close().Separate();
        for (int index = 0; index < members.Length; index++)
        {
            if (!members[index].Type.IsNullable)
            {
                writer.Write($"{Names.AttributeJson}.RequireMember(read, {Names.Number(index)}, \"{members[index].WireName}\");");
            }
        }

        string arguments = string.Join(", ", members.Select((member, index) => (member, index)).Where(one => one.member.IsPositional).Select(one => Local(one.index)));
        string[] others = [.. members.Select((member, index) => (member, index)).Where(one => !one.member.IsPositional).Select(one => $"{one.member.Name} = {Local(one.index)}")];
        writer.Write($"return new {record.FullName}({arguments}){(others.Length == 0 ? "" : $" {{ {string.Join(", ", others)} }}")};").Close();
    }

    private static string Local(int index) => $"member{Names.Number(index)}";
}
