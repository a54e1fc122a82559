namespace Capsule.Benchmarks.Fanout;

[CapsuleModel]
public partial class Display
{
    public partial int Number { get; set; }
}
