using Capsule;

namespace Taskboard.Domain;

/// <summary>A column of the board.</summary>
[CapsuleModel]
public partial class Lane
{
    public Lane() => Listen();

    /// <summary>What its cards have in common.</summary>
    [ClientEditable]
    public partial string Title { get; set; }

    /// <summary>How many cards it takes at most; null for any number.</summary>
    [ClientEditable]
    public partial int? Limit { get; set; }

    /// <summary>The cards, from top to bottom.</summary>
    [ChildCollection]
    public partial ModelCollection<Card> Cards { get; }

    /// <summary>Removes the cards that are done.</summary>
    /// <returns>How many there were.</returns>
    [Exposed]
    public int ClearDone()
    {
        List<Card> done = [.. Cards.Where(card => card.Done)];
        done.ForEach(card => Cards.Remove(card));
        return done.Count;
    }

    /// <summary>A full lane takes no more. The new card is in it already when this is asked.</summary>
    protected override bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) =>
        CanEdit(user) && !(Cards.Count > Limit);

    /// <summary>A full lane takes no more; within it, and out of it, cards move freely. The card is where it was when this is asked.</summary>
    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) =>
        CanEdit(user) && (item.Collection == Cards || !(Cards.Count >= Limit));

    /// <summary>The lane came with cards in it.</summary>
    internal void SignCards()
    {
        foreach (Card card in Cards)
        {
            Sign(card);
        }
    }

    private void Listen() => Cards.Changed += TellOfCard;

    private void TellOfCard(CollectionChanged change)
    {
        // A move to another lane is heard in both; the one that has the card now tells of it.
        if (change.Collection != Cards)
        {
            return;
        }

        if (change.Kind == CollectionChangeKind.Added)
        {
            Sign((Card)change.Item);
        }

        Ancestor<Board>()?.Activity.TellOfCard(this, change);
    }

    /// <summary>The turn that adds a card says whose it is: nobody can sign with another name.</summary>
    private void Sign(Card card) => card.CreatedBy = Tree.CurrentTurn?.User.ToString() ?? card.CreatedBy;
}
