namespace Capsule.Tests.Models;

/// <summary>As many attributes as a model can have.</summary>
[CapsuleModel]
public partial class Wide
{
    [ClientEditable] public partial int A00 { get; set; }
    [ClientEditable] public partial int A01 { get; set; }
    [ClientEditable] public partial int A02 { get; set; }
    [ClientEditable] public partial int A03 { get; set; }
    [ClientEditable] public partial int A04 { get; set; }
    [ClientEditable] public partial int A05 { get; set; }
    [ClientEditable] public partial int A06 { get; set; }
    [ClientEditable] public partial int A07 { get; set; }
    [ClientEditable] public partial int A08 { get; set; }
    [ClientEditable] public partial int A09 { get; set; }
    [ClientEditable] public partial int A10 { get; set; }
    [ClientEditable] public partial int A11 { get; set; }
    [ClientEditable] public partial int A12 { get; set; }
    [ClientEditable] public partial int A13 { get; set; }
    [ClientEditable] public partial int A14 { get; set; }
    [ClientEditable] public partial int A15 { get; set; }
    [ClientEditable] public partial int A16 { get; set; }
    [ClientEditable] public partial int A17 { get; set; }
    [ClientEditable] public partial int A18 { get; set; }
    [ClientEditable] public partial int A19 { get; set; }
    [ClientEditable] public partial int A20 { get; set; }
    [ClientEditable] public partial int A21 { get; set; }
    [ClientEditable] public partial int A22 { get; set; }
    [ClientEditable] public partial int A23 { get; set; }
    [ClientEditable] public partial int A24 { get; set; }
    [ClientEditable] public partial int A25 { get; set; }
    [ClientEditable] public partial int A26 { get; set; }
    [ClientEditable] public partial int A27 { get; set; }
    [ClientEditable] public partial int A28 { get; set; }
    [ClientEditable] public partial int A29 { get; set; }
    [ClientEditable] public partial int A30 { get; set; }
    [ClientEditable] public partial int A31 { get; set; }
    [ClientEditable] public partial int A32 { get; set; }
    [ClientEditable] public partial int A33 { get; set; }
    [ClientEditable] public partial int A34 { get; set; }
    [ClientEditable] public partial int A35 { get; set; }
    [ClientEditable] public partial int A36 { get; set; }
    [ClientEditable] public partial int A37 { get; set; }
    [ClientEditable] public partial int A38 { get; set; }
    [ClientEditable] public partial int A39 { get; set; }
    [ClientEditable] public partial int A40 { get; set; }
    [ClientEditable] public partial int A41 { get; set; }
    [ClientEditable] public partial int A42 { get; set; }
    [ClientEditable] public partial int A43 { get; set; }
    [ClientEditable] public partial int A44 { get; set; }
    [ClientEditable] public partial int A45 { get; set; }
    [ClientEditable] public partial int A46 { get; set; }
    [ClientEditable] public partial int A47 { get; set; }
    [ClientEditable] public partial int A48 { get; set; }
    [ClientEditable] public partial int A49 { get; set; }
    [ClientEditable] public partial int A50 { get; set; }
    [ClientEditable] public partial int A51 { get; set; }
    [ClientEditable] public partial int A52 { get; set; }
    [ClientEditable] public partial int A53 { get; set; }
    [ClientEditable] public partial int A54 { get; set; }
    [ClientEditable] public partial int A55 { get; set; }
    [ClientEditable] public partial int A56 { get; set; }
    [ClientEditable] public partial int A57 { get; set; }
    [ClientEditable] public partial int A58 { get; set; }
    [ClientEditable] public partial int A59 { get; set; }
    [ClientEditable] public partial int A60 { get; set; }
    [ClientEditable] public partial int A61 { get; set; }
    [ClientEditable] public partial int A62 { get; set; }

    protected override bool CanEdit(CapsuleUser user) => true;
}
