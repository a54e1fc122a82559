namespace Capsule.Tests.Models;

public record Shape(string Color);

public sealed record Circle(string Color, double Radius) : Shape(Color);

[CapsuleModel]
public partial class Drawing
{
    public partial Shape Main { get; set; } = new("white");

    public partial IReadOnlyList<Shape> Others { get; set; }

    [Exposed]
    public Shape Find(bool round) => round ? new Circle("red", 1) : new Shape("red");

    protected override bool CanEdit(CapsuleUser user) => true;
}

/// <summary>A record of a class that derives from the declared one is refused where it is given, before a part of it is lost.</summary>
public sealed class DerivedRecordTests
{
    private readonly Drawing _drawing = new();

    [Test]
    public void It_is_no_value_of_the_attribute_nor_in_a_list()
    {
        Assert.That(() => _drawing.Main = new Circle("red", 1), Throws.ArgumentException.With.Message.Contains("A Circle is more than a Shape"));
        Assert.That(() => _drawing.Others = [new Shape("red"), new Circle("red", 1)], Throws.ArgumentException.With.Message.Contains("declare a record that has all members"));
        Assert.That((_drawing.Main, _drawing.Others.Count), Is.EqualTo((new Shape("white"), 0)));
    }

    [Test]
    public void The_record_itself_goes()
    {
        _drawing.Main = new Shape("blue");
        _drawing.Others = [new Shape("red")];
        var copy = new Drawing();
        copy.Mport(_drawing.Xport());
        Assert.That((copy.Main, copy.Others[0]), Is.EqualTo((_drawing.Main, _drawing.Others[0])));
    }

    [Test]
    public void It_is_no_result()
    {
        Exception? thrown = null;
        _drawing.Tree.Refused += refusal => thrown = refusal.Exception;
        Assert.That(_drawing.SafeCall(CapsuleUser.Anonymous, "find", "[false]").Results[0].ToString(), Is.EqualTo("""{"color":"red"}"""));
        Assert.That(_drawing.SafeCall(CapsuleUser.Anonymous, "find", "[true]").Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(thrown, Is.TypeOf<ArgumentException>());
    }
}
