using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

/// <summary>References: a model of the tree refers to one of the tree, one that was removed to whatever there is.</summary>
internal sealed partial class RandomSteps
{
    /// <summary>What was in the tree when the running turn began.</summary>
    private readonly HashSet<CapsuleModel> _there = [];

    /// <summary>Whether the steps are in turns; else each is one, if the tree has any.</summary>
    public bool InTurns { get; init; } = true;

    private void Refer(CapsuleModel model)
    {
        if (model is Cover)
        {
            return;
        }

        List<CapsuleModel> targets = [.. FolderTree.All(root), .. IsOutside(model) ? FolderTree.All(AnyFolder()) : []];
        switch (model)
        {
            case Folder folder when random.Next(4) == 0:
                folder.Shadow = Target<Folder>(targets);
                _log.Add($"shadow of {Name(folder)}: {NameOf(folder.Shadow)}");
                break;
            case Folder folder:
                folder.Best = Target<Sheet>(targets);
                _log.Add($"best of {Name(folder)}: {NameOf(folder.Best)}");
                break;
            case Sheet sheet:
                sheet.About = Target<Folder>(targets);
                _log.Add($"{Name(sheet)} is about {NameOf(sheet.About)}");
                break;
        }
    }

    /// <summary>Makes what refers to something that nobody will find refer to nothing. What the running turn has removed is the tree's own to see to.</summary>
    private void Mend(CapsuleModel top)
    {
        bool isInTree = !IsOutside(top);
        HashSet<CapsuleModel> below = [.. top is Folder ? FolderTree.All((Folder)top) : [top]];
        foreach ((CapsuleModel model, CapsuleModel target) in below.SelectMany(FolderTree.References))
        {
            if (_there.Contains(target) || below.Contains(target) || (!isInTree && !IsOutside(target)))
            {
                continue;
            }

            _log.Add($"{Name(model)} no longer refers to {Name(target)}");
            switch (model)
            {
                case Folder folder:
                    folder.Best = folder.Best == target ? null : folder.Best;
                    folder.Shadow = folder.Shadow == target ? null : folder.Shadow;
                    break;
                case Sheet sheet:
                    sheet.About = null;
                    break;
            }
        }
    }

    private TModel? Target<TModel>(List<CapsuleModel> among)
        where TModel : CapsuleModel => random.Next(5) == 0 || !among.OfType<TModel>().Any() ? null : Pick(among.OfType<TModel>().ToList());

    private static string NameOf(CapsuleModel? model) => model is null ? "nothing" : Name(model);
}
