namespace Capsule;

public abstract partial class ModelCollection
{
    internal void LetOthersYield(CapsuleModel chosen, int attribute)
    {
        foreach (CapsuleModel item in Items)
        {
            if (item != chosen && item.Shares(chosen.ModelType, attribute) && item.IsChosen(attribute))
            {
                item.Yield(attribute);
            }
        }
    }

    /// <summary>Of several that an import has made true, the first stays.</summary>
    internal void SettleRadios()
    {
        if (ItemType.Family.All(static type => type.RadioAttributes == 0))
        {
            return;
        }

        for (int index = Count - 1; index > 0; index--)
        {
            Items[index].YieldToPresent(this);
        }
    }
}
