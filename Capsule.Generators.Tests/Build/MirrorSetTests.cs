using Capsule.Build.Tasks;

namespace Capsule.Generators.Tests.Build;

/// <summary>Which mirrors fit together in one folder?</summary>
[TestFixture]
internal sealed class MirrorSetTests
{
    [Test]
    public void The_order_is_ordinal_whatever_order_they_come_in()
    {
        IReadOnlyList<Mirror> mirrors = MirrorSet.Join("models", [Mirror("b"), Mirror("a"), Mirror("C")]);

        Assert.That(mirrors.Select(mirror => mirror.Name), Is.EqualTo(["C", "a", "b"]));
    }

    [TestCase("Index", "'index.ts' lists all mirrors")]
    [TestCase("../Card", "is no TypeScript name")]
    [TestCase("", "is no TypeScript name")]
    public void A_name_that_cannot_be_a_file_of_its_own_is_refused(string name, string reason)
    {
        Assert.That(() => MirrorSet.Join("models", [Mirror(name)]), Refusal("CAPSB003", reason, "Give the model another name"));
    }

    [TestCase("Card")]
    [TestCase("card")]
    public void Two_models_of_one_file_are_refused_also_when_only_the_case_differs(string second)
    {
        Assert.That(() => MirrorSet.Join("models", [Mirror("Card"), Mirror(second)]), Refusal("CAPSB003", "Models.Card (in Models)", "Give one of them another name"));
    }

    [Test]
    public void A_mirror_that_nobody_carries_is_named()
    {
        Assert.That(() => MirrorSet.Join("models", [Mirror("Card", "Comment")]), Refusal("CAPSB003", "uses the mirror 'Comment'", "Reference the project"));
    }

    [Test]
    public void A_mirror_that_uses_itself_does_not_import_itself()
    {
        string text = MirrorText.Compose(Mirror("Folder", "Folder", "File"), "capsule-client");

        Assert.That(text.Split('\n').Where(line => line.StartsWith("import", StringComparison.Ordinal)), Is.EqualTo(
            ["import * as capsule from \"capsule-client\";", "import { File, type FileInput } from \"./File.js\";"]));
    }

    [TestCase("capsule-client", "capsule-client/computed")]
    [TestCase("../client.js", "../computed.js")]
    public void A_mirror_that_computes_imports_the_functions_for_it(string client, string expected)
    {
        Mirror mirror = Mirror("Card", "computed", "Card");

        Assert.That(MirrorSet.Join("models", [mirror]), Has.Count.EqualTo(1));
        Assert.That(MirrorText.Compose(mirror, client), Does.Contain($"import * as capsule from \"{client}\";\nimport * as computed from \"{expected}\";\n\n"));
    }

    private static Mirror Mirror(string name, params string[] imports) => new(name, $"Models.{name}", imports, "", "Models");

    private static NUnit.Framework.Constraints.Constraint Refusal(string code, string reason, string wayOut) =>
        Throws.TypeOf<MirrorException>().With.Property("Code").EqualTo(code).And.Message.Contains(reason).And.Message.Contains(wayOut);
}
