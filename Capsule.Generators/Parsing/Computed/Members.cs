using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Properties and fields: of models, of records, of lists, and those that the client knows by name.</summary>
internal static class Members
{
    /// <summary>The model itself, or what a pattern is asked of.</summary>
    public static Script Instance(Translation translation, IInstanceReferenceOperation operation) => operation.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance => new("self"),
        InstanceReferenceKind.PatternInput => translation.PatternInputs.Peek(),
        _ => throw Outside.Subset(operation),
    };

    /// <summary>Whether the type is the base of all models.</summary>
    public static bool IsAnyModel(ITypeSymbol type) => type.Is(KnownNames.Namespace, "CapsuleModel");

    public static Script Property(Translation translation, IPropertyReferenceOperation operation)
    {
        IPropertySymbol property = operation.Property;
        INamedTypeSymbol type = property.ContainingType;
        if (property.IsIndexer)
        {
            return Indexers.Property(translation, operation);
        }

        if (operation.Instance is not { } instance)
        {
            return KnownMembers.Of(translation, operation, property, []) ?? throw Outside.Subset(operation);
        }

        if (type.IsModel())
        {
            return OfModel(translation, operation, property, translation.Of(instance));
        }

        if (IsAnyModel(type) && property.Name == "Parent")
        {
            translation.Dependencies.Add(Translation.AnyPlace);
            return new($"{translation.Of(instance).Atom}.parent");
        }

        return Nullable(translation, operation, instance)
            ?? OfSequence(translation, property, instance)
            ?? OfRecord(translation, property, instance)
            ?? KnownMembers.Of(translation, operation, property, [translation.Of(instance)])
            ?? throw Outside.Subset(operation);
    }

    public static Script Field(Translation translation, IFieldReferenceOperation operation) =>
        (operation.Instance is null ? KnownMembers.Of(translation, operation, operation.Field, []) : null) ?? throw Outside.Subset(operation);

    private static Script OfModel(Translation translation, IPropertyReferenceOperation operation, IPropertySymbol property, Script instance)
    {
        string name = WireNames.OfMember(property);
        var read = new Script($"{instance.Atom}.{name}");
        if (property.Has(KnownNames.ServerOnly) && !translation.ReadsSecrets)
        {
            throw new OutsideSubsetException(ComputedProblem.Secret, operation.Syntax, property.Name);
        }

        if (property.Has(KnownNames.Computed))
        {
            bool isOwn = operation.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
            translation.Computed.Add((property, operation.Syntax, isOwn));
            if (ModelMembers.IsOnServer(property) && !translation.ReadsSecrets)
            {
                translation.Reads(property);
            }

            return Incoming(translation, property.Type, read);
        }

        if (!property.IsPartialDefinition && property.PartialDefinitionPart is null && !IsGeneratedHalf(property))
        {
            throw Outside.Subset(operation, "is neither an attribute nor a child: mark it [Computed], so that the browser has it too");
        }

        // A member that leads to another model, such as a reference, is read like a child.
        translation.Reads(property);
        translation.FollowsReference |= property.Has(KnownNames.Reference) && References.LeadsOn(operation);
        return Incoming(translation, property.Type, read);
    }

    /// <summary>Of another assembly only the whole property is known.</summary>
    private static bool IsGeneratedHalf(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty && (property.SetMethod is not null || ModelMembers.IsCollection(property) || ModelMembers.IsChild(property));

    private static Script? Nullable(Translation translation, IPropertyReferenceOperation operation, IOperation instance) =>
        !ValueTypes.IsNullableValue(instance.Type) ? null
        : operation.Property.Name == "HasValue" ? Script.Operation($"{translation.Of(instance).Atom} != null")
        : translation.Call("some", translation.TextOf(instance));

    private static Script? OfSequence(Translation translation, IPropertySymbol property, IOperation instance) => property.Name switch
    {
        "Count" when ValueTypes.IsDictionary(instance.Type) => translation.Call("size", translation.TextOf(instance)),
        "Count" or "Length" when ValueTypes.ElementOf(instance.Type) is not null => new($"{translation.Of(instance).Atom}.length"),
        _ => null,
    };

    private static Script? OfRecord(Translation translation, IPropertySymbol property, IOperation instance) =>
        instance.Type is INamedTypeSymbol { IsRecord: true } record && TypeParser.Parse(record) is { Kind: ValueKind.Record, Record: { } known }
        && known.Members.FirstOrDefault(member => member.Name.TrimStart('@') == property.Name) is { } found
            ? Incoming(translation, property.Type, new($"{translation.Of(instance).Atom}.{found.WireName}"))
            : null;

    /// <summary>A value of a model as expressions have it: of a Date they take the text, which has every tick and the offset; of a float the number that its digits mean.</summary>
    public static Script Incoming(Translation translation, ITypeSymbol type, Script value) => Changed(translation, type, value, "moment", "single");

    /// <summary>A value as users have it.</summary>
    public static Script Outgoing(Translation translation, ITypeSymbol type, Script value) => Changed(translation, type, value, "date", "shortest");

    private static Script Changed(Translation translation, ITypeSymbol type, Script value, string ofMoment, string ofSingle)
    {
        ITypeSymbol? element = ValueTypes.ElementOf(type);
        string? function = ValueTypes.KindOf(element ?? type) switch
        {
            ValueKind.DateTime or ValueKind.DateTimeOffset => ofMoment,
            ValueKind.Single => ofSingle,
            _ => null,
        };
        return function is null ? value
            : element is null ? translation.Call(function, value.Text)
            : translation.Call("each", value.Text, $"computed.{function}");
    }
}
