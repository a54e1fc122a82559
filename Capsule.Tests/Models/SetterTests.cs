using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

public class SetterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private Sampler _model = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeModel()
    {
        _model = new Sampler();
        _published = new BatchText(_model.Tree);
    }

    [Test]
    public void Initial_values_are_as_declared_or_empty()
    {
        Assert.That(_model.Whole, Is.EqualTo(3));
        Assert.That(_model.Text, Is.EqualTo("initial"));
        Assert.That(_model.MaybeText, Is.EqualTo("set"));
        Assert.That(_model.Mood, Is.EqualTo(Mood.VeryGlad));
        Assert.That(_model.List, Is.EqualTo(["initial"]));
        Assert.That(_model.MaybeList, Is.Null);
        Assert.That(_model.At, Is.EqualTo(default(DateTimeOffset)));
    }

    private static IEnumerable<TestCaseData> Changes()
    {
        yield return Change(model => model.Flag = true, "flag", "true");
        yield return Change(model => model.MaybeFlag = false, "maybeFlag", "false");
        yield return Change(model => model.Whole = int.MinValue, "whole", "-2147483648");
        yield return Change(model => model.MaybeWhole = 0, "maybeWhole", "0");
        yield return Change(model => model.Real = 0.1, "real", "0.1");
        yield return Change(model => model.Real = -0.0, "real", "-0");
        yield return Change(model => model.Real = double.Epsilon, "real", "5E-324");
        yield return Change(model => model.MaybeReal = 0, "maybeReal", "0");
        yield return Change(model => model.Text = "", "text", "\"\"");
        yield return Change(model => model.Text = "\"\\\n<é>", "text", "\"\\\"\\\\\\n<é>\"");
        yield return Change(model => model.MaybeText = null, "maybeText", "null");
        yield return Change(model => model.Key = new Guid("0F3C6B1E-7A24-4D58-9B61-C2E4A8D07F13"), "key", "\"0f3c6b1e-7a24-4d58-9b61-c2e4a8d07f13\"");
        yield return Change(model => model.MaybeKey = Guid.Empty, "maybeKey", "\"00000000-0000-0000-0000-000000000000\"");
        yield return Change(model => model.At = Noon, "at", "\"2026-03-01T12:00:00+00:00\"");
        yield return Change(model => model.MaybeAt = Noon.AddTicks(1).ToOffset(TimeSpan.FromHours(-5)), "maybeAt", "\"2026-03-01T07:00:00.0000001-05:00\"");
        yield return Change(model => model.Mood = Mood.Calm, "mood", "\"calm\"");
        yield return Change(model => model.MaybeMood = Mood.VeryGlad, "maybeMood", "\"veryGlad\"");
        yield return Change(model => model.List = [], "list", "[]");
        yield return Change(model => model.MaybeList = [""], "maybeList", "[\"\"]");

        static TestCaseData Change(Action<Sampler> set, string name, string json) => new TestCaseData(set, name, json).SetArgDisplayNames(name, json);
    }

    [TestCaseSource(nameof(Changes))]
    public void A_change_is_published_once_survives_a_round_trip_and_can_be_undone(Action<Sampler> set, string name, string json)
    {
        string before = _model.Xport();
        Assert.That(() => _model.Tree.Turn(() =>
        {
            set(_model);
            throw new InvalidOperationException("undone");
        }), Throws.InvalidOperationException);
        Assert.That(_model.Xport(), Is.EqualTo(before), "undone");

        set(_model);
        set(_model);

        Assert.That(_published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{_model.Id}}}","data":{"{{{name}}}":{{{json}}}}}]"""));
        var copy = new Sampler();
        copy.Mport(_model.Xport());
        Assert.That(copy.Xport(), Is.EqualTo(_model.Xport()));
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Mistake("Text", model => model.Text = null!);
        yield return Mistake("List", model => model.List = null!);
        yield return Mistake("List element", model => model.List = ["a", null!]);
        yield return Mistake("MaybeList element", model => model.MaybeList = [null!]);
        yield return Mistake("NaN", model => model.Real = double.NaN);
        yield return Mistake("infinite", model => model.MaybeReal = double.NegativeInfinity);
        yield return Mistake("Mood", model => model.Mood = (Mood)7);
        yield return Mistake("MaybeMood", model => model.MaybeMood = (Mood)(-1));

        static TestCaseData Mistake(string what, Action<Sampler> set) => new TestCaseData(set).SetArgDisplayNames(what);
    }

    [TestCaseSource(nameof(Mistakes))]
    public void A_value_that_cannot_be_held_throws_and_changes_nothing(Action<Sampler> set)
    {
        string before = _model.Xport();

        Assert.That(() => set(_model), Throws.InstanceOf<ArgumentException>());

        Assert.That(_model.Xport(), Is.EqualTo(before));
        Assert.That(_model.Tree.InTurn, Is.False);
        Assert.That(_published.Take(), Is.Empty);
        _model.Whole++;
        Assert.That(_published.Take(), Has.Count.EqualTo(1), "work goes on");
    }

    [Test]
    public void A_mistake_that_is_caught_in_a_turn_does_not_undo_it()
    {
        _model.Tree.Turn(() =>
        {
            _model.Flag = true;
            Assert.That(() => _model.Real = double.NaN, Throws.InstanceOf<ArgumentException>());
        });

        Assert.That(_model.Flag);
        Assert.That(_published.Take(), Has.Count.EqualTo(1));
    }

    [Test]
    public void The_same_moment_with_another_offset_is_another_value()
    {
        _model.At = Noon;
        _published.Take();

        _model.At = Noon.ToOffset(TimeSpan.FromHours(2));

        Assert.That(_published.TakeOne(), Does.Contain("14:00:00+02:00"));
    }

    [Test]
    public void There_and_back_in_one_turn_is_no_change()
    {
        _model.Tree.Turn(() =>
        {
            _model.Text = "there";
            _model.List = ["there"];
            _model.Text = "initial";
            _model.List = ["initial"];
        });

        Assert.That(_published.Take(), Is.Empty);
        Assert.That(_model.Tree.Seq, Is.Zero);
    }

    [Test]
    public void A_change_that_clients_are_not_sent_publishes_a_batch_without_events()
    {
        _model.Hidden = 1;

        Assert.That(_published.TakeOne(), Is.EqualTo("[]"));
        Assert.That(_model.Tree.Seq, Is.EqualTo(1));
        Assert.That(_model.Xport(), Does.Not.Contain("hidden"));
        Assert.That(_model.Xport(XportOptions.Everything), Does.Contain("\"hidden\":1"));
    }

    [Test]
    public void All_63_attributes_that_a_model_can_have_are_tracked()
    {
        var model = new Wide();
        var published = new BatchText(model.Tree);
        string before = model.Xport();
        Assert.That(() => model.Tree.Turn(() =>
        {
            model.A00 = 1;
            model.A62 = 62;
            throw new InvalidOperationException("undone");
        }), Throws.InvalidOperationException);
        Assert.That(model.Xport(), Is.EqualTo(before));

        model.Tree.Turn(() =>
        {
            model.A62 = 62;
            model.A31 = 31;
        });

        Assert.That(published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{model.Id}}}","data":{"a31":31,"a62":62}}]"""));
        model.SafeSet(CapsuleUser.Anonymous, """{"a62":63,"a00":-1}""");
        Assert.That((model.A62, model.A00), Is.EqualTo((63, -1)));
    }
}
