namespace Capsule.Access.Seeing;

/// <summary>
/// Gives each model that some audience of a tree sees a small number from 1, the same for all audiences: so what an audience was told of all of them stands side by side in arrays, and going through a
/// turn's models for many audiences does not fetch each piece from somewhere else in memory. Belongs to the tree's thread.
/// </summary>
internal sealed class Slots
{
    private readonly Stack<int> _free = new();
    private int _count = 1;

    /// <summary>An audience more sees the model.</summary>
    public int Enter(CapsuleModel model)
    {
        if (model.Seers++ == 0)
        {
            model.Slot = _free.TryPop(out int free) ? free : _count++;
        }

        return model.Slot;
    }

    /// <summary>An audience less sees it.</summary>
    public void Leave(CapsuleModel model)
    {
        if (--model.Seers == 0)
        {
            _free.Push(model.Slot);
            model.Slot = 0;
        }
    }
}
