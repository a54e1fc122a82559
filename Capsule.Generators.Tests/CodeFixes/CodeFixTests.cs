using Capsule.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capsule.Generators.Tests.CodeFixes;

/// <summary>What the editor offers for a mistake puts it right, and changes nothing else.</summary>
public sealed class CodeFixTests
{
    [TestCaseSource(typeof(FixCases), nameof(FixCases.All))]
    public async Task The_mistake_is_gone_and_the_result_compiles(FixCase fix)
    {
        using var workspace = new FixWorkspace(fix.Before) { Ledger = fix.Ledger };
        CodeAction offer = (await workspace.Offers(fix.Provider)).Single();
        Assert.That(offer.Title, Is.EqualTo(fix.Title));

        await workspace.Apply(offer);

        Assert.That(await workspace.TextOf("Models.cs"), Is.EqualTo(fix.After));
        Assert.That(await workspace.Findings(), Is.Empty);
        Assert.That(await workspace.Errors(), Is.Empty);
    }

    [TestCase(FixAllScope.Document, false)]
    [TestCase(FixAllScope.Project, true)]
    public async Task Fix_all_makes_every_auto_property_partial(FixAllScope scope, bool others)
    {
        using var workspace = new FixWorkspace(
            new("Card.cs", "[CapsuleModel]\npublic partial class Card\n{\n    public string Title { get; set; }\n\n    [ClientEditable] public int Count { get; set; }\n    public bool Done { get; set; }\n}\n"),
            new("Note.cs", "[CapsuleModel]\npublic partial class Note\n{\n    public string Text { get; set; }\n}\n"));

        await workspace.FixAll(new MakePropertyPartial(), scope, "Card.cs");

        Assert.That(
            await workspace.TextOf("Card.cs"),
            Is.EqualTo("[CapsuleModel]\npublic partial class Card\n{\n    public partial string Title { get; set; }\n\n    [ClientEditable] public partial int Count { get; set; }\n    public partial bool Done { get; set; }\n}\n"));
        Assert.That(await workspace.TextOf("Note.cs"), others ? Does.Contain("public partial string Text") : Does.Contain("public string Text"));
        Assert.That(await workspace.Findings(), Has.Count.EqualTo(others ? 0 : 1));
    }

    [TestCaseSource(typeof(FixCases), nameof(FixCases.All))]
    public async Task Fix_all_over_the_project_puts_one_mistake_in_each_of_two_files_right(FixCase fix)
    {
        using var workspace = new FixWorkspace(
            new("First.cs", $"namespace First;\n{fix.Before}"),
            new("Second.cs", $"namespace Second;\n{fix.Before}"))
        {
            Ledger = fix.Ledger,
        };

        await workspace.FixAll(fix.Provider, FixAllScope.Project, "First.cs");

        Assert.That(await workspace.TextOf("First.cs"), Is.EqualTo($"namespace First;\n{fix.After}"));
        Assert.That(await workspace.TextOf("Second.cs"), Is.EqualTo($"namespace Second;\n{fix.After}"));
    }

    [TestCase("[CapsuleModel] public partial record Card(string Title);", typeof(MakeModelClass))]
    [TestCase("[CapsuleModel] public partial class Card { [ClientEditable] public string Title => \"\"; }", typeof(MakePropertyPartial))]
    [TestCase("[CapsuleModel] public partial class Card { public static partial int Count { get; set; } }", typeof(CorrectAttributeShape))]
    [TestCase("[CapsuleModel] public partial class Card { [ChildCollection, ChildModel] public partial ModelCollection<Card> Cards { get; } }", typeof(RemoveContradiction))]
    public async Task What_has_several_answers_gets_none(string source, Type provider)
    {
        using var workspace = new FixWorkspace(source);
        Assert.That(await workspace.Findings(), Has.Count.EqualTo(1));
        Assert.That(await workspace.Offers((CodeFixProvider)Activator.CreateInstance(provider)!), Is.Empty);
    }

    [Test]
    public void Every_fix_is_exported_and_tested()
    {
        Type[] fixes = [.. typeof(MakeModelPartial).Assembly.GetExportedTypes().Where(type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract)];
        Assert.That(fixes, Is.All.Matches<Type?>(type => type!.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false)));
        Assert.That(FixCases.All.Select(fix => fix.Provider.GetType()).Distinct(), Is.EquivalentTo(fixes));
    }
}
