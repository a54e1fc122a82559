using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>A type as the ledger and the schema's hash spell it: <c>int32?</c>, <c>enum(low|high)</c>, <c>record{street: string}</c>, the name of a model.</summary>
/// <param name="Name">What it is without its parts.</param>
/// <param name="IsNullable">Whether null is a value.</param>
internal sealed record LedgerType(string Name, bool IsNullable = false)
{
    /// <summary>The members of an enum, in the order of declaration.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>What a list or a dictionary holds, a list without it texts; of a reference the model.</summary>
    public LedgerType? Element { get; init; }

    /// <summary>The members of a record.</summary>
    public EquatableArray<LedgerField> Fields { get; init; }

    public override string ToString() => Name + Parts() + (IsNullable ? "?" : "");

    private string Parts() =>
        Values.Count > 0 ? $"({string.Join("|", Values)})"
        : Element is not null ? $"<{Element}>"
        : Fields.Count > 0 ? $"{{{string.Join(", ", Fields.Select(static field => $"{field.Name}: {field.Type}"))}}}"
        : "";
}

/// <summary>A member of a record.</summary>
internal sealed record LedgerField(string Name, LedgerType Type);
