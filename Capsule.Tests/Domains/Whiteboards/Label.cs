using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Domains.Whiteboards;

[CapsuleModel("text")]
public partial class Label : Shape
{
    [ClientEditable, Required, StringLength(200)]
    public partial string Text { get; set; }

    [ClientEditable]
    public partial int Size { get; set; } = 12;

    public override double Area => Text.Length * Size * Size;
}
