using Capsule;

namespace Annotated;

[CapsuleModel]
public partial class Board
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    [ChildCollection]
    public partial ModelCollection<Card> Cards { get; }
}

[CapsuleModel]
public partial class Card
{
    [ClientEditable]
    public partial string Title { get; set; }
}
