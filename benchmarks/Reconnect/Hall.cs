using Capsule.Benchmarks.Domain;

namespace Capsule.Benchmarks.Reconnect;

/// <summary>The board that is measured elsewhere, as everybody may see and edit it.</summary>
[CapsuleModel]
public partial class Hall
{
    [ChildCollection]
    public partial ModelCollection<Lane> Lanes { get; }

    protected internal override bool CanRead(CapsuleUser user) => true;

    protected internal override bool CanEdit(CapsuleUser user) => true;
}
