using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>A readonly interface for each record, in a namespace of the mirror's name: no record meets a model, or the record of another.</summary>
internal static class RecordInterfaces
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        (RecordSpec Record, string Label)[] records = [.. model.ClientRecords()];
        if (records.Length == 0)
        {
            return;
        }

        string any = Labels.Any(records.Select(static one => one.Label));
        writer.OpenMark(any).Separate().Open($"export declare namespace {Mirror.NameOf(model)} {{");
        foreach ((RecordSpec record, string label) in records)
        {
            Documentation.Emit(writer.OpenMark(label).Separate(), model, record.Documentation);
            writer.Open($"export interface {record.MirrorName.Split('.').Last()} {{");
            foreach (RecordMemberSpec member in record.Members)
            {
                Documentation.Emit(writer, model, member.Documentation);
                writer.Write($"readonly {member.WireName}: {ValueType.Of(member.Type)};");
            }

            writer.Close().CloseMark(label);
        }

        writer.Close().CloseMark(any);
    }

    /// <summary>The records that clients see, each with what it takes to see one of the members that have it.</summary>
    private static IEnumerable<(RecordSpec Record, string Label)> ClientRecords(this ModelSpec model) =>
        model.PublicAttributes().Select(one => (Type: one.Type, Label: model.LabelOf(one)))
            .Concat(model.Computed.Select(one => (Type: one.Type, Label: model.LabelOf(one))))
            .Concat(model.ExposedMethods.SelectMany(method => method.ValueTypes.Select(type => (Type: type, Label: model.LabelOf(method)))))
            .Concat(model.Broadcasts.SelectMany(static one => one.ValueTypes).Select(static type => (Type: type, Label: "")))
            .SelectMany(static one => one.Type.WithParts().Select(part => (part.Record, one.Label)))
            .Where(static one => one.Record is not null)
            .GroupBy(static one => one.Record!, static one => one.Label)
            .Select(static record => (record.Key, Labels.Any(record)));
}
