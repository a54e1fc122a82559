using Capsule.Protocol;
using Capsule.Tests.Changes;
using Capsule.Tests.Models;

namespace Capsule.Tests.Access;

/// <summary>What users ask for, op by op.</summary>
public class SafeApplyTests
{
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna");

    private readonly List<Refusal> _refusals = [];
    private Folder _root = null!;
    private string _before = "";
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder { Title = "root", Weight = 1.5 };
        _root.Folders.Add(new Folder { Title = "f" }).Sheets.Add(new Sheet { Text = "inner" });
        foreach (string text in (string[])["a", "b", "c"])
        {
            _root.Sheets.Add(new Sheet { Text = text });
        }

        _published = new BatchText(_root.Tree);
        _refusals.Clear();
        _root.Tree.Refused += _refusals.Add;
        _before = FolderTree.Everything(_root);
    }

    [Test]
    public void All_ops_are_one_turn()
    {
        Verdict verdict = Apply(
            new SetOp(_root.Id, RawJson.Parse("""{"title":"one"}""")),
            new IncrementOp(_root.Id, "weight", RawJson.Parse("-0.5")),
            new DeleteOp(_root.Sheets[0].Id));

        Assert.That(verdict.IsApplied);
        Assert.That(verdict.Results.Select(result => result.ToString()), Is.EqualTo(["null", "null", "null"]));
        Assert.That((_root.Title, _root.Weight, _root.Sheets.Count), Is.EqualTo(("one", 1.0, 2)));
        Assert.That(_published.Take(), Has.Count.EqualTo(1));
    }

    [Test]
    [Promise(1)]
    public void One_op_that_is_refused_undoes_those_before_it()
    {
        Verdict verdict = Apply(new SetOp(_root.Id, RawJson.Parse("""{"title":"one"}""")), new DeleteOp(_root.Sheets[0].Id), new UnsetOp(_root.Id, "size"));

        CheckRefused(verdict, ErrorCode.Forbidden, attribute: "size", op: 2);
    }

    [Test]
    public void Nothing_to_do_is_applied() => Assert.That(Apply().IsApplied);

    [TestCase("{}")]
    [TestCase("""{"title":"root"}""")]
    public void A_set_that_changes_nothing_publishes_nothing(string change)
    {
        Assert.That(_root.SafeSet(Anna, change).IsApplied);
        Assert.That(_published.Take(), Is.Empty);
    }

    [TestCase("5", ErrorCode.Invalid, null)]
    [TestCase("[]", ErrorCode.Invalid, null)]
    [TestCase("null", ErrorCode.Invalid, null)]
    [TestCase("", ErrorCode.Invalid, null)]
    [TestCase("{", ErrorCode.Invalid, null)]
    [TestCase("{} {}", ErrorCode.Invalid, null)]
    [TestCase("""{"title":null}""", ErrorCode.Invalid, "title")]
    [TestCase("""{"title":5}""", ErrorCode.Invalid, "title")]
    [TestCase("""{"title":"\ud800"}""", ErrorCode.Invalid, "title")]
    [TestCase("""{"weight":"1"}""", ErrorCode.Invalid, "weight")]
    [TestCase("""{"weight":1e400}""", ErrorCode.Invalid, "weight")]
    [TestCase("""{"tags":"x"}""", ErrorCode.Invalid, "tags")]
    [TestCase("""{"tags":[null]}""", ErrorCode.Invalid, "tags")]
    [TestCase("""{"tags":"[\"a\"] x"}""", ErrorCode.Invalid, "tags")]
    [TestCase("""{"tags":"[\"a\""}""", ErrorCode.Invalid, "tags")]
    [TestCase("""{"title":"x","Title":"y"}""", ErrorCode.NotFound, "Title")]
    [TestCase("""{"secret":"x"}""", ErrorCode.NotFound, "secret")]
    [TestCase("""{"\ud800":1}""", ErrorCode.Invalid, null)]
    [TestCase("""{"size":1}""", ErrorCode.Forbidden, "size")]
    [TestCase("""{"title":"x","size":0}""", ErrorCode.Forbidden, "size")]
    public void A_set_that_does_not_fit_is_refused(string change, ErrorCode code, string? attribute) =>
        CheckRefused(_root.SafeSet(Anna, change), code, attribute);

    [Test]
    public void A_set_of_an_unknown_model_or_of_a_collection_is_refused()
    {
        CheckRefused(Apply(new SetOp(ModelId.New(), RawJson.Parse("{}"))), ErrorCode.NotFound);
        CheckRefused(Apply(new SetOp(_root.Sheets.Id, RawJson.Parse("{}"))), ErrorCode.NotFound);
        CheckRefused(Apply(new SetOp(_root.Id, default)), ErrorCode.Invalid);
    }

    [Test]
    [Promise(7)]
    public void Was_must_hold()
    {
        RawJson change = RawJson.Parse("""{"title":"x"}""");

        CheckRefused(Apply(new SetOp(_root.Id, change, RawJson.Parse("""{"title":"other"}"""))), ErrorCode.Conflict, "title");
        CheckRefused(Apply(new SetOp(_root.Id, change, RawJson.Parse("""{"secret":null}"""))), ErrorCode.NotFound, "secret");
        CheckRefused(Apply(new SetOp(_root.Id, change, RawJson.Parse("[]"))), ErrorCode.Invalid);
        CheckRefused(Apply(new SetOp(_root.Id, change, RawJson.Parse("""{"weight":"x"}"""))), ErrorCode.Invalid, "weight");
        Assert.That(
            Apply(new SetOp(_root.Id, change, RawJson.Parse("""{"title":"root","weight":1.5,"size":0,"tags":[]}"""))).IsApplied, "also of what only the server sets");
        Assert.That(Apply(new SetOp(_root.Id, RawJson.Parse("{}"), RawJson.Parse("""{"weight":15e-1}"""))).IsApplied, "the value counts, not its text");
    }

    [Test]
    public void Unset_restores_the_declared_initial_value()
    {
        Sampler model = new() { Whole = 9, Text = "changed", List = ["changed"], MaybeText = null, MaybeAt = DateTimeOffset.UnixEpoch, Mood = Mood.Calm };
        foreach (string name in (string[])["whole", "text", "list", "maybeText", "maybeAt", "mood"])
        {
            Assert.That(model.SafeUnset(Anna, name).Error, Is.Null);
        }

        Assert.That((model.Whole, model.Text, model.MaybeText, model.MaybeAt, model.Mood), Is.EqualTo((3, "initial", "set", (DateTimeOffset?)null, Mood.VeryGlad)));
        Assert.That(model.List, Is.EqualTo(["initial"]));
        Assert.That(model.SafeUnset(Anna, "fixed").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(model.SafeUnset(Anna, "hidden").Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(model.SafeUnset(Anna, "id").Error!.Code, Is.EqualTo(ErrorCode.NotFound));
    }

    [TestCase("whole", "1", 4.0, null)]
    [TestCase("whole", "2147483644", 2147483647.0, null)]
    [TestCase("whole", "2147483645", 3.0, ErrorCode.Invalid)]
    [TestCase("whole", "0.5", 3.0, ErrorCode.Invalid)]
    [TestCase("whole", "\"1\"", 3.0, ErrorCode.Invalid)]
    [TestCase("whole", "null", 3.0, ErrorCode.Invalid)]
    [TestCase("whole", "{}", 3.0, ErrorCode.Invalid)]
    [TestCase("maybeWhole", "-2", -2.0, null)]
    [TestCase("real", "-0.5", -0.5, null)]
    [TestCase("maybeReal", "0.25", 0.25, null)]
    public void Increment_adds_within_the_types_range(string name, string by, double expected, ErrorCode? code)
    {
        var model = new Sampler();

        Verdict verdict = model.Tree.SafeApply(Anna, new IncrementOp(model.Id, name, RawJson.Parse(by)));

        Assert.That(verdict.Error?.Code, Is.EqualTo(code));
        Assert.That(verdict.Error?.Attribute, code is null ? Is.Null : Is.EqualTo(name));
        double value = name switch
        {
            "whole" => model.Whole,
            "maybeWhole" => model.MaybeWhole ?? 0,
            "real" => model.Real,
            _ => model.MaybeReal ?? 0,
        };
        Assert.That(value, Is.EqualTo(expected));
    }

    [Test]
    public void Increment_is_refused_beyond_finite_and_of_what_is_no_number()
    {
        var model = new Sampler { Real = double.MaxValue };

        Assert.That(Increment("real", "1e308").Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(Increment("text", "1").Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(Increment("flag", "1").Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(Increment("fixed", "1").Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(Increment("hidden", "1").Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(model.Real, Is.EqualTo(double.MaxValue));

        ProtocolError Increment(string name, string by) => model.Tree.SafeApply(Anna, new IncrementOp(model.Id, name, RawJson.Parse(by))).Error!;
    }

    [Test]
    public void Delete_of_what_is_not_there_is_applied_and_does_nothing()
    {
        Assert.That(Apply(new DeleteOp(ModelId.New()), new DeleteOp(_root.Sheets.Id)).IsApplied);
        Assert.That(_published.Take(), Is.Empty);
        CheckRefused(Apply(new DeleteOp(_root.Id)), ErrorCode.Invalid);
        CheckRefused(Apply(new DeleteOp(_root.Cover.Id)), ErrorCode.Invalid);
    }

    [Test]
    public void An_op_after_the_delete_of_its_model_is_refused()
    {
        ModelId id = _root.Folders[0].Id;

        CheckRefused(Apply(new DeleteOp(id), new SetOp(id, RawJson.Parse("""{"title":"x"}"""))), ErrorCode.NotFound, op: 1);
    }

    [Test]
    public void What_the_server_does_not_keep_cannot_be_undone() => CheckRefused(Apply(new UndoOp(1)), ErrorCode.NotFound);

    [Test]
    public void There_is_no_asking_inside_a_turn() =>
        _root.Tree.Turn(() => Assert.That(() => _root.SafeSet(Anna, "{}"), Throws.InvalidOperationException));

    private Verdict Apply(params Op[] ops) => _root.Tree.SafeApply(Anna, ops);

    private void CheckRefused(Verdict verdict, ErrorCode code, string? attribute = null, int? op = null)
    {
        Assert.That(verdict.Error?.Code, Is.EqualTo(code), verdict.Error?.Message);
        Assert.That(verdict.Error!.Attribute, Is.EqualTo(attribute));
        Assert.That(verdict.Results, Is.Empty);
        Assert.That(_refusals[^1].Error, Is.SameAs(verdict.Error));
        Assert.That(FolderTree.Everything(_root), Is.EqualTo(_before));
        Assert.That(_published.Take(), Is.Empty);
        FolderTree.CheckConsistency(_root);
        if (op is not null)
        {
            Assert.That(verdict.Error.Op, Is.EqualTo(op));
        }
    }
}
