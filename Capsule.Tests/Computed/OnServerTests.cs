using System.ComponentModel;
using System.Text.Json;
using Capsule.Protocol;
using Capsule.Tests.Changes;

namespace Capsule.Tests.Computed;

/// <summary>Values that the server computes, in a tree.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OnServerTests
{
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna");

    private readonly Till _till = new() { Name = "one" };
    private readonly Receipt _receipt = new() { Amount = 8 };
    private readonly List<string> _heard = [];
    private readonly List<BatchFrame> _batches = [];

    [SetUp]
    public void Fill()
    {
        _till.Receipts.Add(_receipt);
        _till.Tree.Published += _batches.Add;
    }

    [Test]
    public void It_is_published_when_what_it_is_computed_from_changes()
    {
        _receipt.Amount = 9;

        Assert.That(Changes(), Is.EqualTo(["receipt amount", "till total perStep largest sum"]));
        Assert.That(Exported(_till, "total"), Is.EqualTo("9"));
    }

    [Test]
    public void It_is_not_published_where_it_comes_to_the_same()
    {
        _receipt.Text = "coffee";

        Assert.That(Changes(), Is.EqualTo(["receipt text isNamed label"]));
    }

    [Test]
    public void What_is_above_counts()
    {
        Receipt other = _till.Receipts.Add(new Receipt { Amount = 8 });
        _batches.Clear();

        other.Amount = 24;

        Assert.That((Exported(_receipt, "percent"), Exported(other, "percent")), Is.EqualTo(("25", "75")));
        Assert.That(Changes(), Does.Contain("receipt percent"));
    }

    [Test]
    public void What_clients_must_not_know_is_told_in_what_it_comes_to_alone()
    {
        _till.Cost = 100;
        Assert.That(_batches.SelectMany(static batch => batch.Events).Select(static one => one.ToString()), Has.None.Contains("cost"));
        Assert.That(Changes(), Is.EqualTo(["till isProfitable"]));
    }

    [Test]
    public void A_body_that_nothing_is_known_of_is_asked_in_every_turn_that_changes_something()
    {
        _till.Step = 2;
        int asked = _till.Headlines;

        _till.Name = "two";
        _till.Tree.Turn(() => { });
        _ = _till.Tree.SafeApply(Anna);

        Assert.That(_till.Headlines, Is.EqualTo(asked + 1));
        Assert.That(Exported(_till, "headline"), Is.EqualTo("TWO: 1"));
    }

    [Test]
    public void A_model_that_is_added_brings_its_values_with_it()
    {
        _till.Receipts.Add(new Receipt { Amount = 2, Text = "cake" });

        string added = ((AddEvent)_batches.Single().Events[0]).Data.ToString();
        Assert.That(added, Does.Contain("\"percent\":20").And.Contain("\"label\":\"CAKE\"").And.Contain("\"isNamed\":true"));
    }

    [Test]
    public void What_a_removed_model_no_longer_counts_for_is_told()
    {
        _till.Receipts.Remove(_receipt);

        Assert.That(Changes(), Is.EqualTo(["till total isProfitable headline perStep largest sum"]));
        Assert.That((Exported(_till, "total"), Exported(_till, "largest")), Is.EqualTo(("0", "")));
    }

    [Test]
    public void A_model_that_leaves_and_comes_back_has_what_it_is_then()
    {
        _till.Receipts.Add(new Receipt { Amount = 8 });
        _batches.Clear();
        _till.Tree.Turn(() =>
        {
            _till.Receipts.Remove(_receipt);
            _receipt.Amount = 24;
            _till.Receipts.Add(_receipt);
        });

        Assert.That((Exported(_receipt, "percent"), Exported(_till, "total")), Is.EqualTo(("75", "32")));
    }

    [Test]
    public void Handlers_hear_of_it_as_of_any_attribute()
    {
        _till.On(nameof(Till.Total), change => _heard.Add($"{change.Previous}>{change.Value}"));
        _till.Changed += change => _heard.Add(string.Join(" ", change.Attributes.Select(static one => one.Attribute)));
        ((INotifyPropertyChanged)_till).PropertyChanged += (_, change) => _heard.Add($"bound {change.PropertyName}");

        _receipt.Amount = 9;

        Assert.That(_heard.Take(2), Is.EqualTo(["8>9", "Total PerStep Largest Sum"]));
        Assert.That(_heard, Does.Contain("bound Total").And.Not.Contain("bound IsProfitable"));
    }

    [Test]
    public void What_handlers_change_counts_in_the_same_turn()
    {
        _till.On(nameof(Till.Name), _ => _receipt.Amount = 100);
        _till.On(nameof(Till.Total), change => _heard.Add($"{change.Previous}>{change.Value}"));

        _till.Name = "two";

        Assert.That(_heard, Is.EqualTo(["8>100"]));
        Assert.That(_batches, Has.Count.EqualTo(1));
        Assert.That(Exported(_till, "total"), Is.EqualTo("100"));
    }

    [Test]
    public void A_value_computed_in_the_browser_may_be_computed_from_it()
    {
        _till.On(nameof(Till.IsLarge), change => _heard.Add($"{change.Previous}>{change.Value}"));

        _receipt.Amount = 101;

        Assert.That(_heard, Is.EqualTo(["False>True"]));
    }

    [Test]
    public void A_silent_turn_publishes_it_and_tells_nobody()
    {
        _till.On(nameof(Till.Total), _ => _heard.Add("told"));

        _till.Tree.Turn(() => _receipt.Amount = 9, silent: true);

        Assert.That(_heard, Is.Empty);
        Assert.That(Changes(), Does.Contain("till total perStep largest sum"));
    }

    [Test]
    public void A_turn_that_is_undone_leaves_it_as_it_was()
    {
        IDisposable refusing = _till.On(nameof(Till.Total), _ => throw new InvalidOperationException("no"));
        Assert.That(() => _receipt.Amount = 9, Throws.InvalidOperationException.With.Message.EqualTo("no"));
        refusing.Dispose();

        Assert.That((Exported(_till, "total"), _batches.Count), Is.EqualTo(("8", 0)));
        _receipt.Text = "coffee";
        Assert.That(Changes(), Is.EqualTo(["receipt text isNamed label"]));
    }

    [Test]
    public void A_removal_that_is_undone_leaves_it_as_it_was()
    {
        Assert.That(
            () => _till.Tree.Turn(() =>
            {
                _till.Receipts.Remove(_receipt);
                throw new InvalidOperationException("no");
            }),
            Throws.InvalidOperationException);

        _receipt.Text = "coffee";

        Assert.That(Changes(), Is.EqualTo(["receipt text isNamed label"]));
    }

    [Test]
    public void A_getter_that_throws_undoes_the_turn_and_is_named()
    {
        Assert.That(() => _till.Step = 0, Throws.InvalidOperationException.With.Message
            .EqualTo($"'PerStep' of the till {_till.Id} could not be computed: Attempted to divide by zero. Let its getter give a value for every state that the model can be in.")
            .And.InnerException.TypeOf<DivideByZeroException>());

        Assert.That((_till.Step, _batches.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_getter_that_throws_refuses_what_a_client_asks()
    {
        Refusal? refused = null;
        _till.Tree.Refused += refusal => refused = refusal;

        Verdict verdict = _till.Tree.SafeApply(Anna, new SetOp(_till.Id, RawJson.Parse("""{"step":0}""")));

        Assert.That((verdict.Error!.Code, _till.Step), Is.EqualTo((ErrorCode.Failed, 1)));
        Assert.That(refused!.Exception!.Message, Does.StartWith("'PerStep' of the till"));
    }

    [Test]
    public void A_model_whose_getter_throws_can_still_become_one_whose_getter_does_not()
    {
        var till = new Till { Step = 0 };
        Assert.That(() => till.Tree.Turn(() => till.Name = "still"), Throws.InvalidOperationException);

        till.Tree.Turn(() => till.Step = 2);

        Assert.That(Exported(till, "perStep"), Is.EqualTo("0"));
    }

    [TestCase("total", "7")]
    [TestCase("isProfitable", "false")]
    [TestCase("headline", "\"mine\"")]
    public void A_client_cannot_set_it(string attribute, string value)
    {
        Op[] ops =
        [
            new SetOp(_till.Id, RawJson.Parse($$"""{"{{attribute}}":{{value}}}""")),
            new UnsetOp(_till.Id, attribute),
            new IncrementOp(_till.Id, attribute, RawJson.Parse("1")),
        ];

        foreach (Op op in ops)
        {
            ProtocolError error = _till.Tree.SafeApply(Anna, op).Error!;
            Assert.That((error.Code, error.Attribute), Is.EqualTo((ErrorCode.Forbidden, attribute)), op.ToString());
        }

        Assert.That(_batches, Is.Empty);
    }

    [Test]
    public void A_client_cannot_give_it_with_what_it_adds()
    {
        ProtocolError error = _till.Tree.SafeApply(Anna, new AddOp(_till.Receipts.Id, RawJson.Parse("""{"amount":1,"percent":100}"""))).Error!;

        Assert.That((error.Code, error.Attribute), Is.EqualTo((ErrorCode.Forbidden, "percent")));
    }

    [Test]
    public void What_a_client_asks_for_is_published_with_it()
    {
        Verdict verdict = _till.Tree.SafeApply(Anna, new CallOp(_till.Id, "totalWith", RawJson.Parse("[2]")), new SetOp(_receipt.Id, RawJson.Parse("""{"amount":18}""")));

        Assert.That((verdict.IsApplied, verdict.Results[0].ToString(), Exported(_till, "total")), Is.EqualTo((true, "10", "20")));
    }

    [Test]
    public void A_listener_hears_nothing_of_what_was_so_before()
    {
        var till = new Till();
        till.Receipts.Add(new Receipt { Amount = 3 });
        till.On(nameof(Till.Total), _ => _heard.Add("told"));
        till.Tree.Published += _batches.Add;

        till.Name = "other";

        Assert.That((_heard, Changes()), Is.EqualTo((new List<string>(), new[] { "till name headline" })));
    }

    private string[] Changes() =>
        [.. _batches.SelectMany(static batch => batch.Events).OfType<ChangeEvent>().Select(change => $"{_till.Tree.Find<CapsuleModel>(change.Id)?.GetType().Name.ToLowerInvariant() ?? "till"} {string.Join(" ", Names(change.Data))}")];

    private static IEnumerable<string> Names(RawJson data)
    {
        using JsonDocument document = JsonDocument.Parse(data.Utf8);
        return [.. document.RootElement.EnumerateObject().Select(static member => member.Name)];
    }

    private static string Exported(CapsuleModel model, string attribute)
    {
        using JsonDocument document = JsonDocument.Parse(model.Xport());
        return document.RootElement.GetProperty("attrs").GetProperty(attribute).ToString();
    }
}
