namespace Capsule.Tests.Access;

/// <summary>An add proposes ids for collections, also for those that the client's mirror has and its user does not see.</summary>
public sealed class ProposedCollectionTests
{
    private const string Id = "01981d43-937d-7181-936a-ed207253edc6";

    private static readonly CapsuleUser Somebody = CapsuleUser.Anonymous;

    private Warehouse _warehouse = null!;

    [SetUp]
    public void Empty() => _warehouse = new Warehouse();

    [TestCase("secrets")]
    [TestCase("nonsense")]
    public void One_that_is_not_for_the_user_is_passed_over_as_one_that_is_not_there(string name)
    {
        Verdict verdict = Add($$"""{ "{{name}}": { "id": "{{Id}}" } }""");
        Assert.That(verdict.IsApplied, verdict.Error?.Message);
        Assert.That(Add($$"""{ "{{name}}": { "models": [], "id": "{{Id}}" } }""").IsApplied);
        Assert.That(_warehouse.Pallets.Select(pallet => pallet.Secrets.Id.ToString()), Does.Not.Contain(Id));
    }

    [TestCase("secrets")]
    [TestCase("nonsense")]
    public void With_something_in_it_it_is_refused(string name)
    {
        Verdict verdict = Add($$"""{ "{{name}}": { "id": "{{Id}}", "models": [{ "text": "mine" }] } }""");
        Assert.That((verdict.IsApplied, verdict.Error?.Code, verdict.Error?.Message), Is.EqualTo((false, ErrorCode.NotFound, $"There is no '{name}' in 'pallet'.")));
    }

    [Test]
    public void Without_items_what_the_constructor_put_in_stays_and_with_none_it_goes()
    {
        Assert.That(Add($$"""{ "labels": { "id": "{{Id}}" } }""").IsApplied);
        Pallet filled = _warehouse.Pallets[0];
        Assert.That((filled.Labels.Id.ToString(), filled.Labels.Count), Is.EqualTo((Id, 1)));
        Assert.That(Add("""{ "labels": { "models": [] } }""").IsApplied);
        Assert.That(_warehouse.Pallets[1].Labels, Is.Empty);
    }

    private Verdict Add(string collections) => _warehouse.Pallets.SafeAdd(Somebody, $$"""{ "attrs": {}, "collections": {{collections}} }""");
}
