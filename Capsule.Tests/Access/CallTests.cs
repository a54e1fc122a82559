using Capsule.Tests.Changes;

namespace Capsule.Tests.Access;

public class CallTests
{
    private static readonly CapsuleUser User = CapsuleUser.Named("kim");

    private readonly List<Refusal> _refusals = [];
    private Strongbox _box = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeBox()
    {
        _box = new Strongbox();
        _published = new BatchText(_box.Tree);
        _refusals.Clear();
        _box.Tree.Refused += _refusals.Add;
    }

    [Test]
    public void Arguments_and_results_are_typed()
    {
        Verdict verdict = _box.Lid.SafeCall(User, "open", """["slowly",2,"veryGlad",["a","b"]]""");

        Assert.That(verdict.Results.Single().ToString(), Is.EqualTo("\"slowly 2 VeryGlad a+b kim\""));
        Assert.That(_published.Take(), Has.Count.EqualTo(1));
    }

    [TestCase("[]")]
    [TestCase("""["slowly",2,null]""")]
    [TestCase("""["slowly",2,null,[],"more"]""")]
    [TestCase("""["slowly","2",null,[]]""")]
    [TestCase("""[null,2,null,[]]""")]
    [TestCase("""["slowly",2,"angry",[]]""")]
    [TestCase("""["slowly",2,null,null]""")]
    [TestCase("{}")]
    [TestCase("5")]
    [TestCase("")]
    public void Arguments_that_do_not_fit_are_refused(string arguments)
    {
        Verdict verdict = _box.Lid.SafeCall(User, "open", arguments);

        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.Invalid), verdict.Error.Message);
        Assert.That(_box.Lid.IsOpen, Is.False);
    }

    [Test]
    public void A_method_that_throws_is_undone_and_does_not_say_why()
    {
        Verdict verdict = _box.Lid.SafeCall(User, "break");

        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(verdict.Error.Message, Does.Not.Contain("secret"));
        Assert.That(_refusals.Single().Exception!.Message, Does.Contain("secret"));
        Assert.That(_box.Lid.Scratches, Is.Zero);
        Assert.That(_published.Take(), Is.Empty);
    }

    [Test]
    public void A_method_can_refuse_in_its_own_words()
    {
        Verdict verdict = _box.Lid.SafeCall(User, "refuse");

        Assert.That((verdict.Error!.Code, verdict.Error.Message, verdict.Error.Attribute), Is.EqualTo((ErrorCode.Conflict, "The lid is open already.", "isOpen")));
    }

    [Test]
    public void The_parent_decides_who_may_call()
    {
        _box.Edit = _ => false;

        Assert.That(_box.Lid.SafeCall(User, "break").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
    }
}
