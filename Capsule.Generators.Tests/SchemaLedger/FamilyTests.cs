namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>What comes of a change of which models derive from which, or of what refers to which?</summary>
public sealed class FamilyTests
{
    private const string Sheet = "[CapsuleModel] public partial class Sheet { [ChildCollection] public partial ModelCollection<Shape> Shapes { get; } } ";

    private const string Abstract = "[CapsuleModel] public abstract partial class Shape { public partial int X { get; set; } } ";

    private const string Concrete = "[CapsuleModel] public partial class Shape { public partial int X { get; set; } } ";

    private const string Circle = "[CapsuleModel] public partial class Circle : Shape { public partial int Radius { get; set; } } ";

    private const string Frame = "[CapsuleModel] public partial class Frame : Shape; ";

    private const string Text = "[CapsuleModel] public partial class Text : Shape; ";

    private const string Team = "[CapsuleModel] public partial class Person; [CapsuleModel] public partial class Room; ";

    [TestCase(Abstract + Circle, Abstract + Circle + Frame, "shape(circle|frame)", TestName = "The only one gets a sibling")]
    [TestCase(Abstract + Circle + Frame, Abstract + Circle + Frame + Text, "shape(circle|frame|text)", TestName = "There is a third")]
    [TestCase(Concrete, Concrete + Circle, "shape(circle|shape)", TestName = "The only one gets one that derives from it")]
    [TestCase(Abstract + Circle, Concrete + Circle, "shape(circle|shape)", TestName = "The base is no longer abstract")]
    public void A_model_more_says_nothing_and_pages_load_again(string before, string after, string place)
    {
        Deploy first = Deploy.First(Sheet + before);
        Deploy next = first.Then(Sheet + after);

        Assert.That(next.Findings, Is.Empty);
        Assert.That(next.Of("sheet"), Does.Contain($"\"collection\": \"{place}\"").And.Contain("\"since\": 2"));
        Assert.That(next.HashOf("Sheet"), Is.Not.EqualTo(first.HashOf("Sheet")));
        Assert.That(next.Again().Ledger, Is.EqualTo(next.Ledger));
    }

    [Test]
    public void A_model_less_is_an_error_once_and_accepted_once()
    {
        Deploy first = Deploy.First(Sheet + Abstract + Circle + Frame);
        Deploy accepted = first.Then(Sheet + Abstract + Circle, accepts: true);

        Assert.That(Ids(first.Then(Sheet + Abstract + Circle)), Is.EqualTo(["CAP0054"]));
        Assert.That(accepted.Of("sheet"), Does.Contain("\"collection\": \"shape(circle)\""));
        Assert.That(accepted.Again().Findings, Is.Empty);
    }

    [TestCase(Concrete, TestName = "Nobody derived from it")]
    [TestCase(Concrete + Circle, TestName = "One derived from it")]
    public void A_base_that_is_abstract_now_could_not_be_read(string before)
    {
        Deploy next = Deploy.First(Sheet + before).Then(Sheet + Abstract + Circle);

        Assert.That(Ids(next), Is.EqualTo(["CAP0053"]));
        Assert.That(next.Findings[0].GetMessage(null), Does.Contain("'Shapes'").And.Contain("stored data may have what 'shape(circle)' is not"));
    }

    [Test]
    public void A_renamed_base_is_the_same_place()
    {
        const string Renamed = "[CapsuleModel] public partial class Sheet { [ChildCollection] public partial ModelCollection<Figure> Shapes { get; } } "
            + "[CapsuleModel, Renamed(\"shape\")] public partial class Figure { public partial int X { get; set; } } ";

        Deploy next = Deploy.First(Sheet + Concrete).Then(Renamed);

        Assert.That(next.Findings, Is.Empty);
        Assert.That(next.Of("sheet"), Does.Contain("\"collection\": \"figure\""));
    }

    [Test]
    public void A_reference_to_another_model_is_an_error()
    {
        Deploy next = Deploy.First(Team + Task("Person?")).Then(Team + Task("Room?"));

        Assert.That(Ids(next), Is.EqualTo(["CAP0052"]));
    }

    [Test]
    public void A_reference_to_a_renamed_model_is_the_same()
    {
        Deploy next = Deploy.First(Team + Task("Person?")).Then("[CapsuleModel, Renamed(\"person\")] public partial class Member; [CapsuleModel] public partial class Room; " + Task("Member?"));

        Assert.That(next.Findings, Is.Empty);
        Assert.That(next.Of("task"), Does.Contain("\"about\": { \"number\": 1, \"attribute\": \"reference<member>?\" }"));
    }

    private static string Task(string target) => $"[CapsuleModel] public partial class Task {{ [Reference] public partial {target} About {{ get; set; }} }} ";

    private static IEnumerable<string> Ids(Deploy deploy) => deploy.Findings.Select(one => one.Id);
}
