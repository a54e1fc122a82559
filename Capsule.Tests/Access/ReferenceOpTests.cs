using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Access;

/// <summary>What clients ask of references.</summary>
public class ReferenceOpTests
{
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna");

    private Team _team = null!;
    private Person _ben = null!;
    private Assignment _card = null!;

    [SetUp]
    public void MakeTeam()
    {
        _team = new Team();
        _ben = _team.People.Add(new Person { Name = "ben" });
        _card = _team.Assignments.Add(new Assignment { Title = "card" });
    }

    [Test]
    public void A_set_names_the_id()
    {
        Applied(_card.SafeSet(Anna, $$"""{"assignee":"{{_ben.Id.ToString().ToUpperInvariant()}}"}"""));
        Assert.That(_card.Assignee, Is.SameAs(_ben));
        Applied(_card.SafeSet(Anna, """{"assignee":null}"""));
        Assert.That(_card.Assignee, Is.Null);
    }

    [TestCase("5")]
    [TestCase("\"ben\"")]
    [TestCase("{}")]
    [TestCase("\"00000000-0000-0000-0000-000000000000\"")]
    [TestCase("\"\\ud800\"")]
    public void What_is_no_id_is_invalid(string value)
    {
        _card.Assignee = _ben;
        Refused(_card.SafeSet(Anna, $$"""{"title":"x","assignee":{{value}}}"""), ErrorCode.Invalid, "the id of a model");
        Assert.That((_card.Title, _card.Assignee), Is.EqualTo(("card", _ben)));
    }

    [Test]
    public void An_id_that_the_tree_does_not_have_is_invalid()
    {
        var unknown = ModelId.New();
        Refused(_card.SafeSet(Anna, $$"""{"assignee":"{{unknown}}"}"""), ErrorCode.Invalid, unknown.ToString());
        Refused(_team.Assignments.SafeAdd(Anna, $$$"""{"attrs":{"assignee":"{{{unknown}}}"}}"""), ErrorCode.Invalid, unknown.ToString());
        Assert.That(_team.Assignments, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_id_of_something_else_is_invalid()
    {
        Refused(_card.SafeSet(Anna, $$"""{"assignee":"{{_card.Id}}"}"""), ErrorCode.Invalid, "cannot refer to the assignment");
        Refused(_card.SafeSet(Anna, $$"""{"assignee":"{{_team.People.Id}}"}"""), ErrorCode.Invalid, "cannot refer to the collection");
    }

    [Test]
    public void Only_who_may_edit_may_set_it_and_none_knows_of_a_secret_one()
    {
        Refused(_card.SafeSet(CapsuleUser.Named("ben"), $$"""{"assignee":"{{_ben.Id}}"}"""), ErrorCode.Forbidden);
        Refused(_team.SafeSet(Anna, $$"""{"leader":"{{_ben.Id}}"}"""), ErrorCode.Forbidden);
        Refused(_card.SafeSet(Anna, $$"""{"watcher":"{{_ben.Id}}"}"""), ErrorCode.NotFound, attribute: "watcher");
    }

    [Test]
    public void The_same_turn_can_add_the_target_first()
    {
        var id = ModelId.New();
        Op add = new AddOp(_team.People.Id, RawJson.Parse($$$"""{"attrs":{"id":"{{{id}}}","name":"dora"}}"""), Placement.Last());
        Op set = new SetOp(_card.Id, RawJson.Parse($$"""{"assignee":"{{id}}"}"""));

        Assert.That(_team.Tree.SafeApply(Anna, set, add).Error, Is.EqualTo(
            new ProtocolError(ErrorCode.Invalid, $"'assignee' of the assignment {_card.Id}: there is no model {id}.", 0, "assignee")));
        Applied(_team.Tree.SafeApply(Anna, add, set));
        Assert.That(_card.Assignee?.Name, Is.EqualTo("dora"));
    }

    [Test]
    public void An_add_can_refer_to_what_is_in_it()
    {
        var id = ModelId.New();
        Applied(_team.People.SafeAdd(
            Anna,
            $$$$"""{"attrs":{"name":"eva"},"collections":{"own":{"models":[{"attrs":{"title":"second","after":"{{{{id}}}}"}},{"attrs":{"id":"{{{{id}}}}","title":"first"}}]}}}"""));

        Assert.That(_team.People[1].Own[0].After, Is.SameAs(_team.People[1].Own[1]));
    }

    [Test]
    [Promise(7)]
    public void Was_compares_what_it_refers_to()
    {
        _card.Assignee = _ben;
        Op Set(string was) => new SetOp(_card.Id, RawJson.Parse("""{"title":"new"}"""), RawJson.Parse(was));

        Refused(_team.Tree.SafeApply(Anna, Set("""{"assignee":null}""")), ErrorCode.Conflict, attribute: "assignee");
        Refused(_team.Tree.SafeApply(Anna, Set($$"""{"assignee":"{{ModelId.New()}}"}""")), ErrorCode.Conflict, attribute: "assignee");
        Applied(_team.Tree.SafeApply(Anna, Set($$"""{"assignee":"{{_ben.Id}}"}""")));
        Applied(_team.Tree.SafeApply(Anna, Set("""{"after":null}""")));
    }

    [Test]
    public void Unset_makes_it_null_and_nothing_increments_it()
    {
        _card.Assignee = _ben;
        Refused(_team.Tree.SafeApply(Anna, new IncrementOp(_card.Id, "assignee", RawJson.Parse("1"))), ErrorCode.Invalid, "number");
        Applied(_card.SafeUnset(Anna, "assignee"));
        Assert.That(_card.Assignee, Is.Null);
    }

    [Test]
    public void A_client_gives_an_immutable_one_once()
    {
        Applied(_team.Assignments.SafeAdd(Anna, $$$"""{"attrs":{"author":"{{{_ben.Id}}}"}}"""));
        Assert.That(_team.Assignments[1].Author, Is.SameAs(_ben));
        Person cleo = _team.People.Add(new Person());
        Refused(_team.Assignments[1].SafeSet(Anna, $$"""{"author":"{{cleo.Id}}"}"""), ErrorCode.Invalid, attribute: "author");
    }

    [Test]
    public void A_delete_makes_it_null_whoever_may_edit_it_and_the_models_rules_see_that()
    {
        _card.Assignee = _ben;
        Op rename = new SetOp(_card.Id, RawJson.Parse("""{"title":"urgent"}"""));

        Refused(_team.Tree.SafeApply(Anna, rename, new DeleteOp(_ben.Id)), ErrorCode.Invalid, "Somebody has to do it.");
        Assert.That(_card.Assignee, Is.SameAs(_ben));
        Applied(_ben.SafeDelete(Anna));
        Assert.That(_card.Assignee, Is.Null);
    }

    [Test]
    public void Who_is_deleted_and_added_with_the_same_id_is_still_referred_to()
    {
        _card.Assignee = _ben;
        Op add = new AddOp(_team.Alumni.Id, RawJson.Parse($$$"""{"attrs":{"id":"{{{_ben.Id}}}","name":"ben again"}}"""), Placement.Last());

        Applied(_team.Tree.SafeApply(Anna, new DeleteOp(_ben.Id), add));

        Assert.That(_card.Assignee, Is.SameAs(_team.Alumni[0]));
    }

    [Test]
    public void A_required_one_must_be_given()
    {
        var errand = new Errand();
        Person ben = errand.People.Add(new Person());

        Refused(errand.Parts.SafeAdd(Anna, "{}"), ErrorCode.Invalid, "required", "runner");
        Applied(errand.Parts.SafeAdd(Anna, $$$"""{"attrs":{"runner":"{{{ben.Id}}}"}}"""));
        Refused(errand.Parts[0].SafeSet(Anna, """{"runner":null}"""), ErrorCode.Invalid, "required", "runner");
        Applied(ben.SafeDelete(Anna));
        Assert.That(errand.Validate(recurse: true), Has.Count.EqualTo(2), "what a removal takes away is not the client's to answer for");
    }

    private static void Applied(Verdict verdict) => Assert.That(verdict.IsApplied, verdict.Error?.Message);

    private static void Refused(Verdict verdict, ErrorCode code, string message = "", string? attribute = null)
    {
        Assert.That(verdict.Error?.Code, Is.EqualTo(code), verdict.Error?.Message);
        Assert.That(verdict.Error!.Message, Does.Contain(message));
        Assert.That(attribute is null || verdict.Error.Attribute == attribute, verdict.Error.Attribute);
    }
}
