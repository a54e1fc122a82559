using System.Text.Json;
using Capsule.Protocol;
using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

public class ConstructorTests
{
    [Test]
    public void A_model_can_listen_to_itself_from_its_constructor()
    {
        var root = new Counted();
        Counted nested = root.Nested.Add(new Counted());
        var published = new BatchText(root.Tree);

        nested.Value = 5;

        Assert.That(nested.Changes, Is.EqualTo(1));
        Assert.That(published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{nested.Id}}}","data":{"value":5,"changes":1}}]"""));
        int heard = nested.Parts[0].Heard;
        nested.Parts[0].Name = "heard";
        nested.Main.Name = "heard";
        Assert.That((nested.Parts[0].Heard, nested.Main.Heard), Is.EqualTo((heard + 1, 1)));
    }

    [Test]
    public void An_export_is_taken_in_as_it_is_whatever_the_constructors_put_in()
    {
        var root = new Counted();
        root.Nested.Add(new Counted()).Parts[0].Name = "mine";
        root.Nested.Add(new Counted()).Parts.RemoveAt(0);
        root.Parts.RemoveAt(0);

        var copy = new Counted();
        copy.Mport(root.Xport(), new MportOptions { Replace = true });

        Assert.That(copy.Xport(), Is.EqualTo(root.Xport()));
        Assert.That(JsonSerializer.Deserialize<Counted>(root.Xport())!.Xport(), Is.EqualTo(root.Xport()));
    }

    [Test]
    public void An_add_is_applied_as_it_is_whatever_the_constructors_put_in()
    {
        var root = new Counted();
        var copy = new Counted();
        copy.Mport(root.Xport(), new MportOptions { Replace = true });
        var published = new BatchText(root.Tree);
        root.Nested.Add(new Counted()).Parts[0].Name = "mine";

        foreach (BatchFrame batch in published.Batches)
        {
            copy.Tree.Apply(batch.Events);
        }

        Assert.That(copy.Xport(), Is.EqualTo(root.Xport()));
        Assert.That(copy.Nested[0].Tree, Is.SameAs(copy.Tree));
    }

    [Test]
    public void What_comes_from_a_new_model_that_had_a_tree_of_its_own_is_new_too()
    {
        var root = new Counted();
        var naive = new NaiveReplica(root.Xport());
        var published = new BatchText(root.Tree);
        root.Tree.Turn(() =>
        {
            Counted added = root.Nested.Add(new Counted());
            Part part = added.Parts[0];
            root.Parts.Move(part, 0);
            part.Name = "moved out of what is new";
        });

        naive.Apply(published.TakeOne());

        Assert.That(naive.Json, Is.EqualTo(root.Xport()));
    }
}
