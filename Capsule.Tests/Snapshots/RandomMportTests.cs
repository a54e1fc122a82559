using Capsule.Tests.Changes;
using Capsule.Tests.Models;

namespace Capsule.Tests.Snapshots;

/// <summary>Imports between random states of one tree.</summary>
public class RandomMportTests
{
    private static readonly MportOptions Replace = new() { Replace = true };

    private static IEnumerable<int> Seeds => Enumerable.Range(1, 200);

    [Test]
    public void Replacing_makes_the_tree_equal_with_the_same_models_and_what_differs_only() => ForEachSeed((root, former, models) =>
    {
        var before = new NaiveReplica(root.Xport());
        var naive = new NaiveReplica(root.Xport());
        var published = new BatchText(root.Tree);
        List<CapsuleModel> kept = [.. FolderTree.All(root).Where(model => models.Contains(model))];

        root.Mport(former, Replace);

        Assert.That(FolderTree.Everything(root), Is.EqualTo(former));
        Assert.That(kept.Select(model => root.Tree.Find<CapsuleModel>(model.Id)), Is.EqualTo(kept), "what is in both is the same model");
        FolderTree.CheckConsistency(root);
        foreach (string batch in published.Take())
        {
            naive.Apply(batch);
            BatchRules.Check(NaiveReplica.Parse(batch).AsArray(), before, new NaiveReplica(root.Xport()));
        }

        Assert.That(naive.Json, Is.EqualTo(root.Xport()));
        root.Mport(former, Replace);
        Assert.That(published.Take(), Is.Empty, "again");
    });

    [Test]
    public void Merging_the_same_twice_does_nothing_the_second_time() => ForEachSeed((root, former, _) =>
    {
        root.Mport(former);
        string merged = FolderTree.Everything(root);
        var published = new BatchText(root.Tree);

        root.Mport(former);
        root.Mport(merged);

        Assert.That(published.Take(), Is.Empty);
        Assert.That(FolderTree.Everything(root), Is.EqualTo(merged));
        FolderTree.CheckConsistency(root);
    });

    [Test]
    public void Merging_keeps_what_the_data_do_not_name() => ForEachSeed((root, former, _) =>
    {
        HashSet<ModelId> present = [.. FolderTree.All(root).Select(model => model.Id)];

        root.Mport(former);

        Assert.That(present, Is.SubsetOf(FolderTree.All(root).Select(model => model.Id)));
    }, replacesChildren: false);

    /// <summary>Gives a tree, the export that it had some random steps ago, and the models of that time.</summary>
    private static void ForEachSeed(Action<Folder, string, HashSet<CapsuleModel>> check, bool replacesChildren = true)
    {
        foreach (int seed in Seeds)
        {
            var random = new Random(seed);
            var root = new Folder();
            var steps = new RandomSteps(root, random) { ReplacesChildren = replacesChildren, InTurns = false };
            steps.Do(40);
            string former = FolderTree.Everything(root);
            HashSet<CapsuleModel> models = [.. FolderTree.All(root)];
            steps.StartTurn(2);
            steps.Do(random.Next(1, 40));
            try
            {
                check(root, former, models);
            }
            catch
            {
                TestContext.Out.WriteLine($"Seed {seed}\n{former}\n{steps.Log}");
                throw;
            }
        }
    }
}
