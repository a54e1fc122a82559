namespace Capsule.Tests.Access;

/// <summary>Holds what not everybody sees, and what its constructor puts in.</summary>
[CapsuleModel]
public partial class Warehouse
{
    [ChildCollection]
    public partial ModelCollection<Pallet> Pallets { get; }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

[CapsuleModel]
public partial class Pallet
{
    public Pallet() => Labels.Add(new Label { Text = "new" });

    [ChildCollection]
    public partial ModelCollection<Label> Labels { get; }

    [ChildCollection, VisibleTo(Roles = "chief")]
    public partial ModelCollection<Label> Secrets { get; }
}

[CapsuleModel]
public partial class Label
{
    [ClientEditable]
    public partial string Text { get; set; }
}
