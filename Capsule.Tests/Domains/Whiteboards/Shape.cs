using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Domains.Whiteboards;

/// <summary>Anything that has a place on the board.</summary>
[CapsuleModel]
public abstract partial class Shape
{
    [ClientEditable]
    public partial double X { get; set; }

    [ClientEditable]
    public partial double Y { get; set; }

    [ClientEditable, Radio]
    public partial bool IsSelected { get; set; }

    [ClientEditable, RegularExpression("#[0-9a-f]{6}")]
    public partial string Colour { get; set; } = "#000000";

    /// <summary>As large as it is, in the board's units.</summary>
    public abstract double Area { get; }

    [Exposed]
    public void MoveBy(double x, double y)
    {
        X += x;
        Y += y;
    }
}
