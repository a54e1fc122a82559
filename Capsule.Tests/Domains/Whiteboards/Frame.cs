namespace Capsule.Tests.Domains.Whiteboards;

/// <summary>Shapes that belong together.</summary>
[CapsuleModel]
public partial class Frame : Shape
{
    [ChildCollection]
    public partial ModelCollection<Shape> Shapes { get; }

    public override double Area => Shapes.Sum(static shape => shape.Area);
}
