using System.Globalization;
using Capsule.Generators.Emitting;
using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>Specs → what the ledger keeps of them.</summary>
internal static class LedgerDescription
{
    private static readonly Func<ModelSpec, IEnumerable<LedgerMember>>[] Members =
    [
        static model => model.Attributes.Select(Attribute),
        static model => model.Collections.Select(static one => new LedgerMember(MemberKinds.Collection, one.WireName, Place(one.ItemWireName, one.Family, one.IsItemAbstract, isNullable: false)) { Access = Words((MemberAccess.Transient, one.IsTransient)), Was = one.FormerNames, TypeWas = one.ItemFormerNames }),
        static model => model.Children.Select(static one => new LedgerMember(MemberKinds.Child, one.WireName, Place(one.ChildWireName, one.Family, one.IsChildAbstract, one.IsNullable)) { Was = one.FormerNames, TypeWas = one.ChildFormerNames }),
        static model => model.Methods.Select(Method),
    ];

    public static LedgerModel Of(ModelSpec model)
    {
        ModelSpec flat = model.Flat();
        return new(model.WireName, LedgerModel.Sort(Members.SelectMany(members => members(flat)))) { Was = model.FormerNames };
    }

    /// <summary>The model that can be in a place, with those of its family where data say which one they are of.</summary>
    private static string Place(string wireName, EquatableArray<FamilyMember> family, bool isAbstract, bool isNullable) => new LedgerType(wireName, isNullable)
    {
        Values = family.Count > 1 || isAbstract ? family.Select(static member => member.WireName).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray() : default,
    }.ToString();

    private static LedgerMember Attribute(AttributeSpec attribute) => new(MemberKinds.Attribute, attribute.WireName, Type(attribute.Type).ToString())
    {
        Access = Words(
            (MemberAccess.Editable, attribute.IsClientEditable),
            (MemberAccess.Immutable, attribute.IsImmutable),
            (MemberAccess.Radio, attribute.IsRadio),
            (MemberAccess.Computed, attribute.OnServer is not null),
            (MemberAccess.Transient, attribute.IsTransient),
            (MemberAccess.Server, attribute.IsServerOnly)),
        Was = attribute.FormerNames,
        TypeWas = attribute.Type.Target?.FormerNames ?? new([]),
        HasDefault = attribute.HasInitialValue || attribute.IsTransient || attribute.OnServer is not null,
        MayBeUnknown = !attribute.IsClientEditable || attribute.HasInitialValue || attribute.Rules.All(rule => KeepsWhenEmpty(rule, attribute.Type)),
    };

    private static LedgerMember Method(MethodSpec method)
    {
        var signature = new LedgerSignature(
            method.Arguments.Select(static argument => new LedgerArgument(Type(argument.Type!), argument.Default is not null)).ToEquatableArray(),
            method.Result is { } result ? Type(result) : new(LedgerSignature.NoResult));
        return new(MemberKinds.Method, method.WireName, signature.ToString()) { Access = Words((MemberAccess.Server, !method.IsExposed)), Was = method.FormerNames };
    }

    private static LedgerType Type(TypeRef type) => new(WireKind.Of(type.Kind), type.IsNullable)
    {
        Values = type.Enum is { } values ? values.Members.Select(static member => member.WireName).ToEquatableArray() : default,
        Element = type.Element is { } element ? Type(element) : type.Target is { } target ? new(target.WireName) : null,
        Fields = type.Record is { } record ? record.Members.Select(static member => new LedgerField(member.WireName, Type(member.Type))).ToEquatableArray() : default,
    };

    private static string Words(params (string Word, bool IsMeant)[] words) => string.Join(" ", words.Where(static word => word.IsMeant).Select(static word => word.Word));

    /// <summary>Whether null, nothing or zero keeps the rule. What is not sure does not.</summary>
    private static bool KeepsWhenEmpty(RuleSpec rule, TypeRef type) => rule.Kind switch
    {
        RuleKind.Required or RuleKind.Own => false,
        _ when type.IsNullable => true,
        RuleKind.Length => rule.Minimum is "" or "0",
        RuleKind.Range => IsWithin(rule),
        RuleKind.Pattern => true,
        _ => false,
    };

    private static bool IsWithin(RuleSpec range) =>
        double.TryParse(range.Minimum, NumberStyles.Float, CultureInfo.InvariantCulture, out double minimum)
        && double.TryParse(range.Maximum, NumberStyles.Float, CultureInfo.InvariantCulture, out double maximum)
        && (minimum < 0 || (minimum == 0 && !range.ExcludesMinimum))
        && (maximum > 0 || (maximum == 0 && !range.ExcludesMaximum));
}
