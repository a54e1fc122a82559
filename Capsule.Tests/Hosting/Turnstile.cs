namespace Capsule.Tests.Hosting;

/// <summary>A root with a number that many add to.</summary>
[CapsuleModel]
public partial class Turnstile
{
    [ClientEditable]
    public partial int Passed { get; set; }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}
