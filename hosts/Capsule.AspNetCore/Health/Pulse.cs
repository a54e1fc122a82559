namespace Capsule.AspNetCore.Health;

/// <summary>The root of the tree that a health check makes: it beats once. No client can reach it.</summary>
[CapsuleModel]
internal sealed partial class Pulse
{
    [ClientEditable]
    public partial int Beat { get; set; }

    protected internal override bool CanRead(CapsuleUser user) => true;

    protected internal override bool CanEdit(CapsuleUser user) => true;
}
