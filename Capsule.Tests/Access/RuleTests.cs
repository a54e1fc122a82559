using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Access;

public class RuleTests
{
    private static readonly CapsuleUser Keeper = CapsuleUser.Named("kim", "keeper");
    private static readonly CapsuleUser Visitor = CapsuleUser.Named("vic");

    private readonly List<Refusal> _refusals = [];
    private Strongbox _box = null!;

    [SetUp]
    public void MakeBox()
    {
        _box = new Strongbox();
        _box.Drawers.Add(new Drawer { Label = "one" }).Coins.Add(new Coin { Value = 5 });
        _refusals.Clear();
        _box.Tree.Refused += _refusals.Add;
        _box.Asked.Clear();
    }

    [Test]
    public void Nobody_may_do_anything_unless_a_rule_says_so()
    {
        var counted = new Counted();

        Assert.That(counted.SafeSet(Keeper, """{"value":1}""").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(counted.Nested.SafeAdd(Keeper, "{}").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(counted.Parts[0].SafeDelete(Keeper).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(counted.Parts.SafeMove(Keeper, counted.Parts[0].Id, default).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
    }

    [Test]
    public void The_parent_decides_where_a_model_has_no_rule_of_its_own()
    {
        Coin coin = _box.Drawers[0].Coins[0];
        _box.Edit = user => user == Keeper;

        Assert.That(coin.SafeSet(Keeper, """{"value":1}""").IsApplied);
        Assert.That(coin.SafeSet(Visitor, """{"value":2}""").IsApplied, Is.False);
        Assert.That(_box.Lid.SafeSet(Visitor, """{"isOpen":true}""").IsApplied, Is.False);
        Assert.That(coin.SafeDelete(Visitor).IsApplied, Is.False);
        Assert.That(coin.SafeDelete(Keeper).IsApplied);
    }

    [Test]
    public void CanAdd_sees_the_item_where_it_is_to_be()
    {
        Assert.That(_box.Drawers.SafeAdd(Keeper, """{"label":"two"}""", Placement.At(0)).IsApplied);
        Assert.That(_box.Drawers.SafeAdd(Visitor, """{"label":"three"}""").IsApplied, Is.False);
        Assert.That(_box.Sealed.SafeAdd(Keeper, """{"label":"four"}""").IsApplied, Is.False);

        Assert.That(_box.Asked, Is.EqualTo(["add two to drawers at 0", "add three to drawers at 2", "add four to sealed at 0"]));
        Assert.That(_box.Drawers.Select(drawer => drawer.Label), Is.EqualTo(["two", "one"]));
    }

    [TestCase("""{"attrs":{"label":"n"},"collections":{"coins":{"models":[{"attrs":{"value":1}},{"value":99}]}},"models":{"lid":{"attrs":{"isOpen":true}}}}""", null, null)]
    [TestCase("""{"attrs":{"label":"n"},"collections":{"coins":{"models":[{"value":1},{"value":100}]}}}""", ErrorCode.Forbidden, null)]
    [TestCase("""{"attrs":{"label":"n"},"collections":{"coins":{"models":[{"value":1,"owner":"me"}]}}}""", ErrorCode.Forbidden, "owner")]
    [TestCase("""{"attrs":{"label":"n"},"models":{"lid":{"attrs":{"scratches":1}}}}""", ErrorCode.Forbidden, "scratches")]
    [TestCase("""{"attrs":{"label":"n"},"models":{"handle":{}}}""", ErrorCode.NotFound, "handle")]
    [TestCase("""{"attrs":{"label":"n"},"collections":{"notes":{"models":[{}]}}}""", ErrorCode.NotFound, "notes")]
    [TestCase("""{"attrs":{"label":"n"},"label":"beside attrs"}""", ErrorCode.NotFound, "label")]
    [TestCase("""{"attrs":{"label":"n"},"type":"coin"}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n","id":"no id"}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n","id":null}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n","id":"00000000-0000-0000-0000-000000000000"}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n","id":"\ud800"}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n"},"collections":{"coins":[]}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n"},"collections":{"coins":{"models":{}}}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":{"label":"n"},"collections":{"coins":{"models":[5]}}}""", ErrorCode.Invalid, null)]
    [TestCase("""{"attrs":5}""", ErrorCode.Invalid, null)]
    [TestCase("[]", ErrorCode.Invalid, null)]
    [TestCase("{\"label\":", ErrorCode.Invalid, null)]
    public void Each_nested_item_is_checked_like_an_add_of_its_own(string data, ErrorCode? code, string? attribute)
    {
        string before = _box.Xport();

        Verdict verdict = _box.Drawers.SafeAdd(Keeper, data);

        Assert.That(verdict.Error?.Code, Is.EqualTo(code), verdict.Error?.Message);
        Assert.That(verdict.Error?.Attribute, Is.EqualTo(attribute));
        if (code is not null)
        {
            Assert.That(_box.Xport(), Is.EqualTo(before));
            return;
        }

        Drawer drawer = _box.Drawers[1];
        Assert.That(drawer.Coins.Select(coin => coin.Value), Is.EqualTo([1, 99]));
        Assert.That(drawer.Lid.IsOpen);
    }

    [Test]
    public void A_client_proposes_the_ids_of_all_that_it_adds()
    {
        ModelId[] ids = [ModelId.New(), ModelId.New(), ModelId.New(), ModelId.New()];
        string data = $$$$$"""
            {"attrs":{"id":"{{{{{ids[0]}}}}}","label":"n"},"collections":{"coins":{"id":"{{{{{ids[1]}}}}}","models":[{"id":"{{{{{ids[2]}}}}}","value":1}]}},
            "models":{"lid":{"attrs":{"id":"{{{{{ids[3]}}}}}"}}}}
            """;

        Assert.That(_box.Drawers.SafeAdd(Keeper, data).IsApplied);

        Drawer drawer = _box.Drawers[1];
        Assert.That((ModelId[])[drawer.Id, drawer.Coins.Id, drawer.Coins[0].Id, drawer.Lid.Id], Is.EqualTo(ids));
        string before = _box.Xport();
        foreach (ModelId taken in ids)
        {
            string again = $$$$"""{"label":"m","collections":{"coins":{"id":"{{{{ModelId.New()}}}}","models":[{"id":"{{{{taken}}}}"}]}}}""";
            Assert.That(_box.Drawers.SafeAdd(Keeper, again).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
            again = $$$$"""{"label":"m","collections":{"coins":{"id":"{{{{taken}}}}","models":[]}}}""";
            Assert.That(_box.Drawers.SafeAdd(Keeper, again).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
            again = $$"""{"label":"m","id":"{{taken}}"}""";
            Assert.That(_box.Drawers.SafeAdd(Keeper, again).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
        }

        string twice = $$$$"""{"label":"m","collections":{"coins":{"models":[{"id":"{{{{_box.Lid.Id.ToString().ToUpperInvariant()}}}}"}]}}}""";
        Assert.That(_box.Drawers.SafeAdd(Keeper, twice).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
        ModelId fresh = ModelId.New();
        twice = $$$$"""{"id":"{{{{fresh}}}}","label":"m","collections":{"coins":{"models":[{"id":"{{{{fresh}}}}"}]}}}""";
        Assert.That(_box.Drawers.SafeAdd(Keeper, twice).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
        Assert.That(_box.Xport(), Is.EqualTo(before));
    }

    [Test]
    public void CanMove_is_asked_of_both_collections_and_the_item_is_where_it_was()
    {
        Drawer drawer = _box.Drawers[0];

        Assert.That(_box.Sealed.SafeMove(Keeper, drawer.Id, default).IsApplied, Is.False);

        Assert.That(_box.Asked, Is.EqualTo(["move one drawers", "move one sealed"]));
        Assert.That(drawer.Collection, Is.SameAs(_box.Drawers));
    }

    [Test]
    public void A_rule_that_throws_means_no_and_the_server_is_told_why()
    {
        Verdict verdict = _box.Drawers[0].SafeDelete(Keeper);

        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(verdict.Error.Message, Does.Not.Contain("jams"));
        Assert.That(_refusals.Single().Exception!.Message, Does.Contain("jams"));
        Assert.That(_box.Drawers, Has.Count.EqualTo(1));
    }
}
