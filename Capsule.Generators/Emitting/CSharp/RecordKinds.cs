using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Records as values: a small class for each that a model uses.</summary>
internal static class RecordKinds
{
    public static string ClassName(RecordSpec record) => record.Name + "RecordKind";

    public static void Emit(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"private sealed class {ClassName(record)} : {Names.Internals}.ValueKind<{record.FullName}>\n{{");
        EmitSame(writer, record);
        EmitHold(writer.Separate(), record);
        EmitWrite(writer.Separate(), record);
        EmitRead(writer.Separate(), record);
        writer.Close();
    }

    private static void EmitSame(SourceWriter writer, RecordSpec record)
    {
        string members = string.Join("\n        && ", record.Members.Select(member => $"{ValueCode.Kind(member.Type)}.Same(left.{member.Name}, right.{member.Name})"));
        writer.Write($"""
            public override bool Same({record.FullName} left, {record.FullName} right) =>
                left is not null && right is not null && (ReferenceEquals(left, right)
                    || ({members}));
            """);
    }

    /// <summary>Lists and bytes in it are copied, and what no attribute may hold is refused.</summary>
    private static void EmitHold(SourceWriter writer, RecordSpec record)
    {
        string[] changes = [.. record.Members.Where(static member => MayBeRefused(member.Type)).Select(member => $"{member.Name} = {ValueCode.Kind(member.Type)}.Hold(value.{member.Name})")];
        string held = changes.Length == 0 ? "" : $" with {{ {string.Join(", ", changes)} }}";
        string notNull = $"{Names.AttributeValue}.NotNull(value)";
        string exact = Exact(record, notNull);
        writer.Write($"public override {record.FullName} Hold({record.FullName} value) =>\n    {exact}{held};");
    }

    /// <summary>The value, unless it is of a class that derives from the record.</summary>
    private static string Exact(RecordSpec record, string value) => record.IsSealed ? value : $"{Names.AttributeValue}.Exact<{record.FullName}>({value})";

    private static void EmitWrite(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"public override void Write({Names.Writer} writer, {record.FullName} value)\n{{");
        if (!record.IsSealed)
        {
            writer.Write($"_ = {Exact(record, "value")};");
        }

        writer.Write("writer.WriteStartObject();");
        foreach (RecordMemberSpec member in record.Members)
        {
            writer.Write($"writer.WritePropertyName(\"{member.WireName}\"u8);\n{ValueCode.Write(member.Type, "writer", $"value.{member.Name}")}");
        }

        writer.Write("writer.WriteEndObject();").Close();
    }

    private static void EmitRead(SourceWriter writer, RecordSpec record)
    {
        RecordMemberSpec[] members = [.. record.Members];
        writer.Open($"public override {record.FullName} Read(ref {Names.Reader} reader)\n{{");
        writer.Write($"{Names.AttributeJson}.StartRecord(ref reader);");
        for (int index = 0; index < members.Length; index++)
        {
            writer.Write($"{ValueCode.TypeName(members[index].Type)} {Local(index)} = default;");
        }

        writer.Write("ulong read = 0;");
        writer.Open($"while ({Names.AttributeJson}.NextMember(ref reader))\n{{");
        for (int index = 0; index < members.Length; index++)
        {
            writer.Open($"{(index == 0 ? "if" : "else if")} (reader.ValueTextEquals(\"{members[index].WireName}\"u8))\n{{");
            writer.Write($"reader.Read();\n{Local(index)} = {ValueCode.Read(members[index].Type, "reader")};\nread |= {Names.Bit(index)};").Close();
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

    /// <summary>Whether not every value of the type is held as it is.</summary>
    private static bool MayBeRefused(TypeRef type) => type switch
    {
        { Kind: ValueKind.String or ValueKind.Uri } => !type.IsNullable,
        { Kind: ValueKind.Boolean or ValueKind.Decimal or ValueKind.Guid or ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.TimeSpan } => false,
        { IsNumber: true } => type.Kind is ValueKind.Single or ValueKind.Double,
        _ => true,
    };

    private static string Local(int index) => $"member{Names.Number(index)}";
}
