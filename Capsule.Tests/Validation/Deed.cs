namespace Capsule.Tests.Validation;

[CapsuleModel]
public partial class Registry
{
    [Immutable] public partial Guid Office { get; set; }

    [ChildCollection] public partial ModelCollection<Deed> Deeds { get; }

    protected override bool CanEdit(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Deed
{
    [ClientEditable, Immutable] public partial string Owner { get; set; }

    [ClientEditable, Immutable] public partial int Number { get; set; }

    [ClientEditable, Immutable] public partial IReadOnlyList<string> Witnesses { get; set; }

    [ClientEditable, Immutable] public partial int? Page { get; set; }

    [ClientEditable, Immutable] public partial IReadOnlyDictionary<string, int> Shares { get; set; }

    [ClientEditable, Immutable] public partial IReadOnlyList<int> Plots { get; set; }

    [ClientEditable, Immutable] public partial ReadOnlyMemory<byte> Seal { get; set; }

    [ClientEditable] public partial string Note { get; set; }

    [Exposed] public void Forge() => Owner = "me";
}
