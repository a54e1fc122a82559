namespace Capsule.Tests.Models;

/// <summary>Walks folders.</summary>
internal static class FolderTree
{
    /// <summary>The folder and all models below it, the folder first.</summary>
    public static IEnumerable<CapsuleModel> All(Folder folder) =>
        [folder, folder.Cover, .. folder.Inner is { } inner ? All(inner) : [], folder.Back, .. folder.Folders.SelectMany(All), .. folder.Sheets, .. folder.Drafts];

    /// <summary>The folder and all folders below it, the folder first.</summary>
    public static IEnumerable<Folder> Folders(Folder folder) => All(folder).OfType<Folder>();

    public static IEnumerable<ModelCollection> Collections(Folder folder) => [folder.Folders, folder.Sheets, folder.Drafts];

    public static IEnumerable<CapsuleModel> Items(ModelCollection collection) => (IEnumerable<CapsuleModel>)collection;

    public static string Everything(CapsuleModel model) => model.Xport(XportOptions.Everything);

    /// <summary>What the model refers to.</summary>
    public static IEnumerable<(CapsuleModel Model, CapsuleModel Target)> References(CapsuleModel model)
    {
        CapsuleModel?[] targets = model switch
        {
            Folder folder => [folder.Best, folder.Shadow],
            Sheet sheet => [sheet.About],
            _ => [],
        };
        return targets.OfType<CapsuleModel>().Select(target => (model, target));
    }

    /// <summary>Everything that can be asked about where the models of a tree are agrees.</summary>
    public static void CheckConsistency(Folder root)
    {
        ModelTree tree = root.Tree;
        List<CapsuleModel> all = [.. All(root)];
        Assert.That(tree.Count, Is.EqualTo(all.Count), "models in the registry");
        foreach (CapsuleModel model in all)
        {
            Assert.That(tree.Find<CapsuleModel>(model.Id), Is.SameAs(model), "found by its id");
            Assert.That(model.Tree, Is.SameAs(tree), $"the tree of the {model.GetType().Name} {model.Id} in {model.Parent?.Id}");
        }

        foreach ((_, CapsuleModel target) in all.SelectMany(References))
        {
            Assert.That(tree.Find<CapsuleModel>(target.Id), Is.SameAs(target), "a target is in the tree");
        }

        foreach (Folder folder in all.OfType<Folder>())
        {
            Assert.That(folder.Cover.Parent, Is.SameAs(folder));
            Assert.That((folder.Back.Parent, folder.Back.Collection), Is.EqualTo((folder, (ModelCollection?)null)));
            Assert.That(folder.Inner is null || (folder.Inner.Parent == folder && folder.Inner.Collection is null));
            foreach (ModelCollection collection in Collections(folder))
            {
                Assert.That(tree.FindCollection(collection.Id), Is.SameAs(collection), "collection found by its id");
                CheckItems(folder, collection);
            }
        }
    }

    private static void CheckItems(Folder folder, ModelCollection collection)
    {
        Assert.That(Items(collection).OfType<Sheet>().Count(sheet => sheet.Top), Is.LessThan(2), "sheets on top");
        int index = 0;
        foreach (CapsuleModel item in Items(collection))
        {
            Assert.That(item.Parent, Is.SameAs(folder), "its parent");
            Assert.That(item.Collection, Is.SameAs(collection), "its collection");
            Assert.That(collection.IndexOf(item), Is.EqualTo(index), "its index");
            index++;
        }
    }
}
