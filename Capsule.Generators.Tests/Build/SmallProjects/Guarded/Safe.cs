using Capsule;

namespace Guarded;

[CapsuleModel]
public partial class Safe
{
    [VisibleTo(Roles = "owner")]
    public partial string Code { get; set; }

    [ChildModel]
    public partial Annotated.Board Board { get; }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

    protected override bool CanEdit(CapsuleUser user) => user.Is("owner");
}
