using Capsule.Protocol;

namespace Capsule.Tests.Validation;

/// <summary>What clients ask for is checked, and refused whole.</summary>
public sealed class ClientTurnTests
{
    private static readonly CapsuleUser Somebody = CapsuleUser.Anonymous;

    private Survey _survey = null!;
    private Question _question = null!;
    private int _batches;

    [SetUp]
    public void A_survey()
    {
        _survey = new Survey { To = 5 };
        _question = new Question { Text = "Why?" };
        _survey.Questions.Add(_question);
        _batches = 0;
        _survey.Tree.Published += _ => _batches++;
    }

    [Test]
    public void A_set_that_breaks_a_rule_is_invalid_and_changes_nothing()
    {
        Verdict verdict = _question.SafeSet(Somebody, """{ "points": 4, "text": " " }""");
        Refused(verdict, "text", "The Text field is required.", op: 0);
        Assert.That((_question.Text, _question.Points), Is.EqualTo(("Why?", 3)));
    }

    [Test]
    public void A_set_checks_what_it_sets_alone()
    {
        _question.Points = 11;
        Assert.That(_question.SafeSet(Somebody, """{ "text": "How?" }""").IsApplied);
        Refused(_question.SafeSet(Somebody, """{ "points": 12 }"""), "points", "The field Points must be between 0 and 10.", op: 0, batches: 2);
    }

    [Test]
    public void An_unset_of_what_is_required_is_invalid() =>
        Refused(_question.SafeUnset(Somebody, "text"), "text", "The Text field is required.", op: 0);

    [Test]
    public void An_increment_is_checked()
    {
        Op[] ops = [new IncrementOp(_question.Id, "points", RawJson.Parse("7")), new IncrementOp(_question.Id, "points", RawJson.Parse("1"))];
        Refused(_survey.Tree.SafeApply(Somebody, ops), "points", "The field Points must be between 0 and 10.", op: 1);
        Assert.That(_question.Points, Is.EqualTo(3));
    }

    [Test]
    public void An_add_that_leaves_out_what_is_required_is_invalid()
    {
        Refused(_survey.Questions.SafeAdd(Somebody, """{ "points": 1 }"""), "text", "The Text field is required.", op: 0);
        Assert.That(_survey.Questions, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_add_is_checked_with_all_below()
    {
        Refused(
            _survey.Questions.SafeAdd(Somebody, """{ "attrs": { "text": "Who?" }, "collections": { "answers": { "models": [ { "attrs": { "text": "me" } }, { "attrs": {} } ] } } }"""),
            "text",
            "The Text field is required.",
            op: 0);
        Assert.That(_survey.Tree.Count, Is.EqualTo(2));
    }

    [Test]
    public void An_add_does_not_answer_for_what_only_the_server_sets() =>
        Assert.That(_survey.Questions.SafeAdd(Somebody, """{ "text": "Who?" }""").IsApplied);

    [Test]
    public void Rules_of_the_whole_model_are_asked_when_all_ops_are_done()
    {
        Assert.That(_survey.Tree.SafeApply(Somebody, new SetOp(_survey.Id, RawJson.Parse("""{ "from": 7 }""")), new SetOp(_survey.Id, RawJson.Parse("""{ "to": 9 }"""))).IsApplied);
        Refused(
            _survey.Tree.SafeApply(Somebody, new SetOp(_survey.Id, RawJson.Parse("""{ "to": 2 }""")), new SetOp(_question.Id, RawJson.Parse("""{ "points": 2 }"""))),
            "to",
            "The end must not be before the beginning.",
            op: 0,
            batches: 1);
        Assert.That((_survey.To, _question.Points), Is.EqualTo((9, 3)));
    }

    [Test]
    public void A_model_is_asked_when_what_it_holds_comes_and_goes()
    {
        _question.Points = 10;
        Question full = _survey.Questions.Add(new Question { Text = "Who?" });
        foreach (string text in (string[])["anna", "bert", "cleo"])
        {
            full.Answers.Add(new Answer { Text = text });
        }

        Answer only = _question.Answers.Add(new Answer { Text = "why not" });
        Refused(full.Answers.SafeAdd(Somebody, """{ "text": "dora" }"""), null, "There are three answers at most.", op: 0, batches: 6);
        Refused(full.Answers.SafeMove(Somebody, only.Id, default), null, "Ten points need an answer.", op: 0, batches: 6);
        Refused(only.SafeDelete(Somebody), null, "Ten points need an answer.", op: 0, batches: 6);
        Refused(_question.SafeCall(Somebody, "forget"), null, "Ten points need an answer.", op: 0, batches: 6);
        Assert.That(_question.Answers, Is.EqualTo(new[] { only }));

        Op[] ops = [new DeleteOp(only.Id), new AddOp(_question.Answers.Id, RawJson.Parse("""{ "text": "because" }"""), default)];
        Assert.That(_survey.Tree.SafeApply(Somebody, ops).IsApplied);
    }

    [Test]
    public void A_model_that_a_method_changes_is_asked_too()
    {
        Op[] ops = [new CallOp(_survey.Id, "shift", RawJson.Parse("[3]")), new SetOp(_question.Id, RawJson.Parse("""{ "points": 2 }"""))];
        Refused(_survey.Tree.SafeApply(Somebody, ops), "to", "The end must not be before the beginning.", op: 0);
        Assert.That((_survey.From, _survey.To, _question.Points), Is.EqualTo((0, 5, 3)));
        Assert.That(_survey.SafeCall(Somebody, "shift", "[2]").IsApplied);
    }

    [Test]
    public void What_a_later_op_of_the_turn_puts_right_is_applied()
    {
        Op[] ops = [new CallOp(_survey.Id, "shift", RawJson.Parse("[3]")), new SetOp(_survey.Id, RawJson.Parse("""{ "to": 9 }"""))];
        Assert.That(_survey.Tree.SafeApply(Somebody, ops).IsApplied);
    }

    [Test]
    public void A_model_that_a_method_adds_is_asked_with_all_below_but_for_the_rules_about_what_clients_give()
    {
        Refused(_survey.SafeCall(Somebody, "ask", """["42"]"""), "text", "Not that one.", op: 0);
        Assert.That(_survey.Questions, Has.Count.EqualTo(1));
        Assert.That(_survey.SafeCall(Somebody, "ask", """["Who?"]""").IsApplied, "its points are out of range, and no client set them");
    }

    [Test]
    public void The_name_of_what_only_the_server_knows_is_not_told() => Refused(_survey.SafeSet(Somebody, """{ "from": -1 }"""), null, "No.", op: 0);

    [Test]
    public void A_model_that_the_turn_removes_again_is_not_asked()
    {
        Op[] ops = [new AddOp(_survey.Questions.Id, RawJson.Parse("""{ "id": "00000000-0000-7000-8000-000000000001", "text": "x" }"""), default), new DeleteOp(ModelId.Parse("00000000-0000-7000-8000-000000000001"))];
        Assert.That(_survey.Tree.SafeApply(Somebody, ops).IsApplied);
    }

    [Test]
    public void Server_code_is_not_checked_until_it_asks()
    {
        Assert.That(_question.SafeCall(Somebody, "blank").IsApplied);
        _question.Points = 99;
        _survey.Mport($$"""{ "collections": { "questions": { "models": [ { "attrs": { "id": "{{_question.Id}}", "points": 100 } } ] } } }""");
        Assert.That(_question.Validate().Select(failure => (failure.Model, failure.Attribute)),
            Is.EqualTo(new (CapsuleModel?, string?)[] { (_question, "text"), (_question, "points"), (_question, "owner") }));
    }

    [Test]
    public void Validate_checks_the_model_itself_or_all_below()
    {
        _survey.From = 6;
        _question.Text = "";
        Assert.That(_survey.Validate().Select(failure => failure.Attribute), Is.EqualTo(new[] { "secret", "to" }));
        Assert.That(_survey.Validate(recurse: true).Select(failure => (failure.Model, failure.Attribute)),
            Is.EqualTo(new (CapsuleModel?, string?)[] { (_survey, "secret"), (_survey, "to"), (_question, "text"), (_question, "owner") }));
    }

    private void Refused(Verdict verdict, string? attribute, string message, int op, int batches = 0)
    {
        Assert.That(verdict.Error, Is.EqualTo(new ProtocolError(ErrorCode.Invalid, message, op, attribute)));
        Assert.That(_batches, Is.EqualTo(batches));
    }
}
