namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>Notes that it has to be asked again who may see a model and what is below it.</summary>
    internal void InvalidateVisibility(CapsuleModel model)
    {
        bool opened = OpenTurn();
        Log.Invalidated.Add(model);
        if (opened)
        {
            Commit();
        }
    }
}
