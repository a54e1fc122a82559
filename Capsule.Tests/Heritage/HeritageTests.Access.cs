using Capsule.Protocol;

namespace Capsule.Tests.Heritage;

public abstract partial class HeritageTests<TDomain>
{
    private readonly List<Refusal> _refusals = [];
    private string _before = "";

    [Test]
    public void SafeSet_lets_the_author_set_the_title()
    {
        Verdict verdict = Item.SafeSet(Author, $$"""{"{{Domain.TitleName}}":"by the author"}""");

        Assert.That(verdict.IsApplied);
        Assert.That(Domain.Title(Item), Is.EqualTo("by the author"));
        Assert.That(Published.TakeOne(), Does.Contain("by the author"));
        Assert.That(_refusals, Is.Empty);
    }

    [Test]
    public void SafeSet_refuses_the_description()
    {
        Verdict verdict = Item.SafeSet(Author, $$"""{"{{Domain.DescriptionName}}":"by the author"}""");

        CheckRefused<SetOp>(verdict, Author, ErrorCode.Forbidden);
        Assert.That(verdict.Error!.Attribute, Is.EqualTo(Domain.DescriptionName));
        Assert.That(Domain.Description(Item), Is.Empty);
    }

    [Test]
    public void SafeSet_refuses_others()
    {
        CheckRefused<SetOp>(Item.SafeSet(Guest, $$"""{"{{Domain.TitleName}}":"by a guest"}"""), Guest, ErrorCode.Forbidden);
        CheckRefused<SetOp>(Item.SafeSet(CapsuleUser.Anonymous, $$"""{"{{Domain.TitleName}}":"by nobody"}"""), CapsuleUser.Anonymous, ErrorCode.Forbidden);
    }

    [Test]
    public void A_mixed_set_is_refused_whole() =>
        CheckRefused<SetOp>(
            Item.SafeSet(Author, $$"""{"{{Domain.TitleName}}":"let through?","{{Domain.DescriptionName}}":"refused"}"""), Author, ErrorCode.Forbidden);

    [Test]
    public void An_id_cannot_be_set() =>
        CheckRefused<SetOp>(Item.SafeSet(Author, $$"""{"{{Domain.TitleName}}":"x","id":"{{ModelId.New()}}"}"""), Author, ErrorCode.NotFound);

    [Test]
    public void SafeAdd_lets_the_author_add()
    {
        Verdict verdict = Items.SafeAdd(Author, $$"""{"{{Domain.TitleName}}":"third"}""");

        Assert.That(verdict.IsApplied);
        Assert.That(Domain.Title(Domain.ItemAt(Items, 2)), Is.EqualTo("third"));
    }

    [Test]
    public void A_mixed_add_is_refused_whole()
    {
        CheckRefused<AddOp>(
            Items.SafeAdd(Author, $$"""{"{{Domain.TitleName}}":"third","{{Domain.DescriptionName}}":"refused"}"""), Author, ErrorCode.Forbidden);
        CheckRefused<AddOp>(Items.SafeAdd(Guest, $$"""{"{{Domain.TitleName}}":"third"}"""), Guest, ErrorCode.Forbidden);
    }

    [Test]
    public void SafeDelete_obeys_canEdit()
    {
        CheckRefused<DeleteOp>(Item.SafeDelete(Guest), Guest, ErrorCode.Forbidden);

        Assert.That(Item.SafeDelete(Author).IsApplied);
        Assert.That(Items.Count, Is.EqualTo(1));
        Assert.That(Item.Parent, Is.Null);
    }

    [Test]
    public void SafeMove_obeys_canMove()
    {
        CheckRefused<MoveOp>(Leaves.SafeMove(Author, Leaf(0).Id, Placement.At(2)), Author, ErrorCode.Forbidden);
        CapsuleModel leaf = Leaf(0);

        Assert.That(Leaves.SafeMove(Editor, leaf.Id, Placement.At(2)).IsApplied);
        Assert.That(Leaves.IndexOf(leaf), Is.EqualTo(2));
    }

    [Test]
    public void SafeMove_of_an_unknown_id_changes_nothing() =>
        CheckRefused<MoveOp>(Leaves.SafeMove(Editor, ModelId.New(), Placement.At(1)), Editor, ErrorCode.NotFound);

    [Test]
    public void SafeCall_runs_an_exposed_method_for_one_who_may()
    {
        Verdict verdict = Item.SafeCall(Author, Domain.ExposedMethod, """["Dear"]""");

        Assert.That(verdict.IsApplied);
        Assert.That(verdict.Results.Single().ToString(), Is.EqualTo("\"Dear first, says ann\""));
        Assert.That(Domain.Description(Item), Is.EqualTo("Dear first, says ann"));
    }

    [Test]
    public void SafeCall_runs_it_not_for_others() =>
        CheckRefused<CallOp>(Item.SafeCall(Guest, Domain.ExposedMethod, """["Dear"]"""), Guest, ErrorCode.Forbidden);

    [Test]
    public void SafeCall_runs_nothing_that_is_not_exposed()
    {
        foreach (string method in (string[])[Domain.HiddenMethod, "toString", "xport", "Xport", "set_Title", ""])
        {
            CheckRefused<CallOp>(Item.SafeCall(Author, method), Author, ErrorCode.NotFound);
        }
    }

    private void CheckRefused<TOp>(Verdict verdict, CapsuleUser user, ErrorCode code)
        where TOp : Op
    {
        Assert.That(verdict.IsApplied, Is.False);
        Assert.That(verdict.Error!.Code, Is.EqualTo(code));
        Refusal refusal = _refusals[^1];
        Assert.That(refusal.User, Is.SameAs(user), "who");
        Assert.That(refusal.Op, Is.TypeOf<TOp>(), "what");
        Assert.That(refusal.Error, Is.SameAs(verdict.Error), "why not");
        Assert.That(Root.Xport(), Is.EqualTo(_before), "nothing has changed");
        Assert.That(Published.Take(), Is.Empty);
    }
}
