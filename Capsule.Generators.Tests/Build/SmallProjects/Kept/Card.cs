using Capsule;

namespace Kept;

[CapsuleModel]
public partial class Card
{
    public partial string Title { get; set; }
}
