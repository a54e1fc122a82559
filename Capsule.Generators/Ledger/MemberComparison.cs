using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>Compares a member with what the ledger has of it.</summary>
internal static class MemberComparison
{
    public static IEnumerable<LedgerChange> Compare(LedgerMember before, LedgerMember now)
    {
        IEnumerable<LedgerChange> changes = now switch
        {
            _ when before.Kind != now.Kind => [new(ChangeKind.Retyped, now, before, $"{before.Kind} {before.Type}")],
            { IsMethod: true } => MethodComparison.Compare(before, now),
            _ => CompareTypes(before, now).Concat(CompareAccess(before, now)),
        };
        return changes.Concat(CompareNames(before, now));
    }

    /// <summary>What was given up and is back must still be able to read what was stored then.</summary>
    public static IEnumerable<LedgerChange> CompareReturned(LedgerMember before, LedgerMember now) =>
        now.IsMethod ? [] : before.Kind == now.Kind ? CompareTypes(before, now) : [new(ChangeKind.Retyped, now, before, $"{before.Kind} {before.Type}")];

    private static IEnumerable<LedgerChange> CompareTypes(LedgerMember before, LedgerMember now)
    {
        if (before.Type == now.Type)
        {
            yield break;
        }

        yield return CompareTexts(before, now) switch
        {
            TypeChange.None => new(now.Kind == MemberKinds.Attribute ? ChangeKind.Harmless : ChangeKind.Reload, now, before),
            TypeChange.Wider => new(ChangeKind.Reload, now, before),
            TypeChange.NullNoMore when now.HasDefault => new(ChangeKind.Reload, now, before),
            TypeChange.NullNoMore => new(ChangeKind.Narrowed, now, before, now.Kind == MemberKinds.Attribute
                ? "was nullable, and stored data may have null: write '= …;' after it, which then stands for null, or make it nullable again"
                : "was nullable, and stored data may have none: make it nullable again"),
            TypeChange.Narrower => new(ChangeKind.Narrowed, now, before, $"was '{before.Type}', and stored data may have what '{now.Type}' is not: let it take all that it took"),
            _ => new(ChangeKind.Retyped, now, before, before.Type),
        };
    }

    private static TypeChange CompareTexts(LedgerMember before, LedgerMember now) =>
        LedgerTypeReader.ReadType(before.Type) is { } former && LedgerTypeReader.ReadType(now.Type) is { } type
            ? now.Kind == MemberKinds.Attribute ? TypeComparison.Compare(AsNow(former, type, now.TypeWas), type) : ComparePlaces(former, AsNow(former, type, now.TypeWas), type)
            : TypeChange.Other;

    /// <summary>The former type, with the model in it called as it is now.</summary>
    private static LedgerType AsNow(LedgerType former, LedgerType now, EquatableArray<string> was) =>
        was.Contains(former.Name) ? former with { Name = now.Name }
        : former.Element is { } element && was.Contains(element.Name) ? former with { Element = now.Element }
        : former;

    /// <summary>A place for models may be for other models of the family than before: whether one of them is gone, the rules about models say. But for the
    /// declared one, which stays a model where it is abstract now.</summary>
    private static TypeChange ComparePlaces(LedgerType former, LedgerType before, LedgerType now)
    {
        TypeChange change = TypeComparison.Compare(before with { Values = default }, now with { Values = default });
        return change == TypeChange.Other || before.Values.Equals(now.Values) ? change
            : TakesItself(former) && !TakesItself(now) ? TypeChange.Narrower
            : change == TypeChange.None ? TypeChange.Wider
            : change;
    }

    private static bool TakesItself(LedgerType place) => place.Values.Count == 0 || place.Values.Contains(place.Name);

    private static IEnumerable<LedgerChange> CompareAccess(LedgerMember before, LedgerMember now)
    {
        if (now.Has(MemberAccess.Server) && !before.Has(MemberAccess.Server))
        {
            yield return new(ChangeKind.Narrowed, now, before, "is [ServerOnly], and deployed clients show it: keep it, and add another property for what they must not see");
        }
        else if (before.Has(MemberAccess.Editable) && now.Has(MemberAccess.Computed))
        {
            yield return new(ChangeKind.Narrowed, now, before, "is computed by the server now, and deployed clients set it: keep it, and add another property for what is computed");
        }
        else if (before.Has(MemberAccess.Editable) && !now.Has(MemberAccess.Editable))
        {
            yield return new(ChangeKind.Narrowed, now, before, "is no longer [ClientEditable], and deployed clients set it: let rules say who may");
        }
        else if (before.Has(MemberAccess.Editable) && now.Has(MemberAccess.Immutable) && !before.Has(MemberAccess.Immutable))
        {
            yield return new(ChangeKind.Narrowed, now, before, "is [Immutable], and deployed clients set it again: let rules say when they may");
        }

        if (now.Has(MemberAccess.Transient) && !before.Has(MemberAccess.Transient))
        {
            yield return new(ChangeKind.Narrowed, now, before, "is [Transient], and what is stored of it is dropped when a tree is loaded: keep it, and add another member for what need not be stored");
        }

        if (before.Has(MemberAccess.Computed) != now.Has(MemberAccess.Computed) || (before.Has(MemberAccess.Transient) && !now.Has(MemberAccess.Transient)))
        {
            yield return new(ChangeKind.Harmless, now, before);
        }

        if (before.Has(MemberAccess.Radio) != now.Has(MemberAccess.Radio))
        {
            yield return new(ChangeKind.Reload, now, before);
        }
    }

    private static IEnumerable<LedgerChange> CompareNames(LedgerMember before, LedgerMember now)
    {
        foreach (string forgotten in Forgotten(before.Was, now.Was, now.Name))
        {
            yield return new(ChangeKind.Forgotten, now, before, forgotten);
        }

        if (before.Name != now.Name)
        {
            yield return new(now.IsMethod ? ChangeKind.Harmless : ChangeKind.Reload, now, before);
        }
    }

    /// <summary>Names that something had and that are no longer told of.</summary>
    public static IEnumerable<string> Forgotten(EquatableArray<string> before, EquatableArray<string> now, string name) =>
        before.Where(one => one != name && !now.Contains(one));
}
