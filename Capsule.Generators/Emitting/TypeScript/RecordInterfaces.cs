using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>A readonly interface for each record, in a namespace of the mirror's name: no record meets a model, or the record of another.</summary>
internal static class RecordInterfaces
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        RecordSpec[] records = [.. model.ClientRecords()];
        if (records.Length == 0)
        {
            return;
        }

        writer.Separate().Open($"export declare namespace {Mirror.NameOf(model)} {{");
        foreach (RecordSpec record in records)
        {
            Documentation.Emit(writer.Separate(), model, record.Documentation);
            writer.Open($"export interface {record.MirrorName.Split('.').Last()} {{");
            foreach (RecordMemberSpec member in record.Members)
            {
                Documentation.Emit(writer, model, member.Documentation);
                writer.Write($"readonly {member.WireName}: {ValueType.Of(member.Type)};");
            }

            writer.Close();
        }

        writer.Close();
    }

    /// <summary>The records that clients see.</summary>
    private static IEnumerable<RecordSpec> ClientRecords(this ModelSpec model) =>
        model.PublicAttributes().Select(attribute => attribute.Type).Concat(model.Computed.Select(computed => computed.Type)).SelectMany(type => type.WithParts()).Select(type => type.Record).OfType<RecordSpec>()
            .Concat(model.ExposedRecords)
            .Distinct();
}
