namespace Capsule.Benchmarks.Fanout;

/// <summary>A place with a display on which everybody sees one number.</summary>
[CapsuleModel]
public partial class Square
{
    [ChildCollection]
    public partial ModelCollection<Display> Displays { get; }

    protected internal override bool CanRead(CapsuleUser user) => true;
}
