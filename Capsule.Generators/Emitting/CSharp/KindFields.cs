using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The kinds of values that the runtime does not have ready: enums, records, lists and dictionaries. Parts come before what holds them.</summary>
internal static class KindFields
{
    public static void EmitAll(SourceWriter writer, ModelSpec model) => Emit(writer, model.ValueTypes);

    public static void Emit(SourceWriter writer, IEnumerable<TypeRef> types)
    {
        TypeRef[] own = [.. types.Where(static type => !ValueCode.IsOfRuntime(type)).SelectMany(WithKnown)];
        if (own.Length == 0)
        {
            return;
        }

        writer.Separate().Open($"private static class {Names.Kinds}\n{{");
        var emitted = new HashSet<string>(StringComparer.Ordinal);
        foreach (TypeRef type in own)
        {
            if (emitted.Add(ValueCode.KindName(type)))
            {
                string typeName = ValueCode.TypeName(type);
                writer.Write($"internal static readonly {Names.Internals}.ValueKind<{typeName}> {ValueCode.KindName(type)} = {Creation(type)};");
            }
        }

        foreach (RecordSpec record in own.Select(static type => type.Record).OfType<RecordSpec>().Distinct())
        {
            RecordKinds.Emit(writer.Separate(), record);
        }

        writer.Close();
    }

    /// <summary>What is nullable is made of the same without null.</summary>
    private static IEnumerable<TypeRef> WithKnown(TypeRef type) => type.IsNullable ? [type with { IsNullable = false }, type] : [type];

    private static string Creation(TypeRef type) => type switch
    {
        { IsNullable: true } => $"{Names.Internals}.ValueKinds.Nullable{(type.Enum is null ? "Reference" : "")}({ValueCode.KindName(type with { IsNullable = false })})",
        { Enum: { } @enum } => $"{Names.Internals}.ValueKinds.Enum(\n    {string.Join(",\n    ", @enum.Members.Select(member => $"({@enum.FullName}.{member.Name}, \"{member.WireName}\")"))})",
        { Record: { } record } => $"new {RecordKinds.ClassName(record)}()",
        _ => $"{Names.Internals}.ValueKinds.{type.Kind}({ValueCode.Kind(type.Element!)})",
    };
}
