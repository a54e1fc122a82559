namespace Capsule.Benchmarks.Turns;

/// <summary>Something on which everybody writes.</summary>
[CapsuleModel]
public partial class Desk
{
    [ClientEditable]
    public partial string Note { get; set; }

    protected internal override bool CanRead(CapsuleUser user) => true;

    protected internal override bool CanEdit(CapsuleUser user) => true;
}
