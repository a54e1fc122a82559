namespace Capsule.Tests.Domains.Whiteboards;

[CapsuleModel]
public partial class Ring : Shape
{
    [ClientEditable, System.ComponentModel.DataAnnotations.Range(0.5, 1000)]
    public partial double Radius { get; set; } = 10;

    public override double Area => Math.PI * Radius * Radius;
}
