using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

/// <summary>Random turns on random trees. A failure names its seed: put it in <see cref="Seeds"/> to have it again.</summary>
public class RandomTurnTests
{
    private const int TurnsOfACase = 12;

    private static IEnumerable<int> Seeds => Enumerable.Range(1, 150);

    [Test]
    [Promise(11)]
    public void Whoever_applies_the_batches_has_the_same_state_after_each_turn() => ForEachSeed((steps, turns) =>
    {
        Folder root = steps.Root;
        var replica = new Folder();
        replica.Mport(root.Xport());
        var naive = new NaiveReplica(root.Xport());
        var published = new BatchText(root.Tree);
        var second = new Folder();
        second.Mport(root.Xport());
        replica.Tree.Published += batch => second.Tree.Apply(batch.Events);
        foreach (Action turn in turns)
        {
            root.Tree.Turn(turn);
            foreach (string batch in published.Take())
            {
                replica.Tree.Apply(EventJson.ReadList(System.Text.Encoding.UTF8.GetBytes(batch)));
                naive.Apply(batch);
            }

            string xport = root.Xport();
            Assert.That(replica.Xport(), Is.EqualTo(xport), "ModelTree.Apply");
            Assert.That(naive.Json, Is.EqualTo(xport), "the naive client");
            Assert.That(second.Xport(), Is.EqualTo(xport), "a copy of the copy");
            FolderTree.CheckConsistency(root);
            FolderTree.CheckConsistency(replica);
        }
    });

    [Test]
    public void A_batch_says_what_differs_and_nothing_more() => ForEachSeed((steps, turns) =>
    {
        Folder root = steps.Root;
        var published = new BatchText(root.Tree);
        foreach (Action turn in turns)
        {
            var before = new NaiveReplica(root.Xport());
            string everything = FolderTree.Everything(root);
            root.Tree.Turn(turn);
            if (FolderTree.Everything(root) == everything)
            {
                Assert.That(published.Take(), Is.Empty, "batches of a turn that changed nothing");
                continue;
            }

            BatchRules.Check(NaiveReplica.Parse(published.TakeOne()).AsArray(), before, new NaiveReplica(root.Xport()));
        }
    });

    [Test]
    [Promise(1, TakesTime = true)]
    public void A_turn_that_throws_leaves_everything_as_it_was() => ForEachSeed((steps, turns) =>
    {
        Folder root = steps.Root;
        var published = new BatchText(root.Tree);
        Random random = steps.Random;
        foreach (Action turn in turns)
        {
            string before = FolderTree.Everything(root);
            List<CapsuleModel> all = [.. FolderTree.All(root)];
            List<(CapsuleModel? Parent, ModelCollection? Collection)> places = [.. all.Select(model => (model.Parent, model.Collection))];
            long seq = root.Tree.Seq;

            Assert.That(() => Failing(root, turn, random.Next(4)), Throws.TypeOf<ExpectedException>());

            Assert.That(FolderTree.Everything(root), Is.EqualTo(before));
            Assert.That(all.Select(model => (model.Parent, model.Collection)), Is.EqualTo(places));
            Assert.That(all.Select(model => root.Tree.Find<CapsuleModel>(model.Id)), Is.EqualTo(all));
            Assert.That(root.Tree.Seq, Is.EqualTo(seq));
            Assert.That(root.Tree.InTurn, Is.False);
            FolderTree.CheckConsistency(root);

            Assert.That(published.Take(), Is.Empty);
            root.Tree.Turn(() => steps.Do(3));
            published.Take();
        }
    });

    [Test]
    public void A_bound_user_interface_shows_what_is_there() => ForEachSeed((steps, turns) =>
    {
        Folder root = steps.Root;
        var shadows = new Dictionary<ModelCollection<Sheet>, Shadow>();
        foreach (Action turn in turns)
        {
            foreach (Folder folder in FolderTree.All(root).OfType<Folder>())
            {
                if (!shadows.ContainsKey(folder.Sheets))
                {
                    shadows.Add(folder.Sheets, new Shadow(folder.Sheets));
                }
            }

            root.Tree.Turn(turn);
            root.Tree.Turn(() => steps.Do(1));

            foreach ((ModelCollection<Sheet> sheets, Shadow shadow) in shadows.Where(pair => root.Tree.FindCollection(pair.Key.Id) == pair.Key))
            {
                Assert.That(shadow.Items, Is.EqualTo(sheets));
            }
        }
    });

    [Test]
    public void Moves_that_come_to_nothing_publish_nothing() => ForEachSeed((steps, _) =>
    {
        Random random = steps.Random;
        var root = new Folder();
        Sheet[] order = [.. Enumerable.Range(0, 6).Select(number => root.Sheets.Add(new Sheet { Number = number }))];
        var published = new BatchText(root.Tree);
        root.Tree.Turn(() =>
        {
            for (int step = 0; step < 8; step++)
            {
                Sheet sheet = order[random.Next(order.Length)];
                (random.Next(3) == 0 ? root.Drafts : root.Sheets).Move(sheet, random.Next(6));
            }

            foreach (Sheet sheet in order.OrderBy(_ => random.Next()))
            {
                root.Sheets.Move(sheet, 0);
            }

            for (int index = 0; index < order.Length; index++)
            {
                root.Sheets.Move(order[index], index);
            }
        });

        Assert.That(root.Sheets, Is.EqualTo(order));
        Assert.That(published.Take(), Is.Empty);
    });

    private static void Failing(Folder root, Action turn, int way)
    {
        switch (way)
        {
            case 0:
                root.Tree.Turn(() =>
                {
                    turn();
                    throw new ExpectedException();
                });
                break;
            case 1:
                root.Tree.Turn(() =>
                {
                    Assert.That(() => root.Tree.Turn(() =>
                    {
                        turn();
                        throw new ExpectedException();
                    }), Throws.TypeOf<ExpectedException>());
                    root.Title = "after what was caught";
                });
                break;
            case 2:
                using (root.On(nameof(Folder.Title), _ => throw new ExpectedException()))
                {
                    root.Tree.Turn(() =>
                    {
                        turn();
                        root.Title += "!";
                    });
                }

                break;
            default:
                void Refuse(CollectionChanged change) => throw new ExpectedException();
                root.Folders.Changed += Refuse;
                try
                {
                    root.Tree.Turn(() =>
                    {
                        turn();
                        root.Folders.Add(new Folder());
                    });
                }
                finally
                {
                    root.Folders.Changed -= Refuse;
                }

                break;
        }
    }

    private static void ForEachSeed(Action<RandomSteps, IEnumerable<Action>> check)
    {
        foreach (int seed in Seeds)
        {
            var random = new Random(seed);
            var root = new Folder();
            var steps = new RandomSteps(root, random);
            for (int count = random.Next(6); count > 0; count--)
            {
                root.Folders.Add(steps.NewFolder());
            }

            int turn = 0;
            IEnumerable<Action> turns = Enumerable.Range(1, TurnsOfACase).Select(number => new Action(() =>
            {
                turn = number;
                steps.StartTurn(number);
                steps.Do(random.Next(1, 31));
            }));
            try
            {
                check(steps, turns);
            }
            catch
            {
                TestContext.Out.WriteLine($"Seed {seed}, turn {turn}\n{steps.Log}");
                throw;
            }
        }
    }

    private sealed class ExpectedException : Exception;
}
