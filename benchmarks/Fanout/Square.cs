namespace Capsule.Benchmarks.Fanout;

/// <summary>A place where everybody sees one number.</summary>
[CapsuleModel]
public partial class Square
{
    public partial int Number { get; set; }

    protected internal override bool CanRead(CapsuleUser user) => true;
}
