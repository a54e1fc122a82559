using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Output;

/// <summary>Which files are generated.</summary>
public sealed class FileNameTests
{
    [Test]
    public void A_file_has_the_full_name_of_the_class_and_its_mirror_too() =>
        Assert.That(GeneratorRun.Of(Examples.Card).Files.Keys, Is.EquivalentTo(new[]
        {
            "Taskboard.Card.g.cs", "Taskboard.Card.Mirror.g.cs",
            "Taskboard.Comment.g.cs", "Taskboard.Comment.Mirror.g.cs",
            "Taskboard.Author.g.cs", "Taskboard.Author.Mirror.g.cs",
        }));

    [Test]
    public void A_nested_class_is_joined_to_what_is_around_it() =>
        Assert.That(GeneratorRun.Of(Examples.OddNames).Files.Keys, Has.Member("Odd.namespace.Outer+Middle+event.g.cs"));

    [Test]
    public void Names_that_differ_in_case_only_do_not_meet() =>
        Assert.That(
            GeneratorRun.Of(Examples.SameNames).Files.Keys.Where(name => !name.Contains("Mirror", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { "First.Item.g.cs", "Second.Item-10000001000.g.cs", "Second.ITEM-10000001111.g.cs" }));

    [Test]
    public void A_letter_that_no_file_name_may_have_is_written_as_its_number() =>
        Assert.That(GeneratorRun.Of("[CapsuleModel(\"undertie\")] public partial class Under\u203ftie;").Files.Keys, Has.Member("Under-203ftie.g.cs"));

    [Test]
    public void A_class_in_two_files_is_generated_once()
    {
        GeneratorRun run = GeneratorRun.Of(
            new Source("A.cs", "[CapsuleModel] public partial class Card { public partial int One { get; set; } }"),
            new Source("B.cs", "public partial class Card { public partial int Two { get; set; } }"));
        Assert.That(run.Files.Keys, Is.EquivalentTo(new[] { "Card.g.cs", "Card.Mirror.g.cs" }));
        Assert.That(run.Files["Card.g.cs"], Does.Contain("partial int One").And.Contain("partial int Two"));
    }

    [Test]
    public void An_annotation_that_is_repeated_on_another_part_does_no_more_harm_than_the_error_of_the_compiler() =>
        Assert.That(
            GeneratorRun.Of(new Source("A.cs", "[CapsuleModel] public partial class Card;"), new Source("B.cs", "[CapsuleModel] public partial class Card;")).Files,
            Has.Count.EqualTo(2));
}
