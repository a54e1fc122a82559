using System.Globalization;
using Capsule.Build.Tasks;
using Capsule.Generators.Emitting;
using Capsule.Generators.Emitting.CSharp;
using Capsule.Generators.Emitting.TypeScript;
using Capsule.Generators.Ledger;
using Capsule.Generators.Models;
using Capsule.Generators.Tests.Harness;
using Capsule.Mirrors;
using Carried = Capsule.Build.Tasks.Mirror;
using Written = Capsule.Generators.Emitting.TypeScript.Mirror;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>What is left of mirrors for those who may not know everything?</summary>
public sealed class NarrowedMirrorTests
{
    private static readonly string[] All = ["Bar", "Club", "Coup", "Letter", "Member", "Party", "Plot", "Vault"];

    private static readonly IReadOnlyList<ModelSpec> Models = [.. GeneratorRun.Of(Examples.Of(nameof(Examples.Narrowed))).Models.OrderBy(Written.NameOf, StringComparer.Ordinal)];

    private static readonly string[] Money = ["budget", "Money", "spend", "Spend", "isRich", "Bill", "safe"];
    private static readonly string[] Fees = ["owed", "fees", "letter", "Letter"];
    private static readonly string[] Plots = ["plot", "Plot", "coup", "Coup", "party", "Party", "heir", "reserve", "victim"];
    private static readonly string[] Vaults = ["vaults", "isStrange"];

    /// <summary>Who asks, which mirrors are left, and what is in none of them.</summary>
    private static IEnumerable<TestCaseData> Audiences()
    {
        yield return new TestCaseData("", All, Array.Empty<string[]>()) { TestName = "Everybody" };
        yield return new TestCaseData("treasurer,chair", All, Array.Empty<string[]>()) { TestName = "Those of all roles" };
        yield return new TestCaseData("treasurer", (string[])["Bar", "Club", "Letter", "Member", "Vault"], (string[][])[Plots, Vaults]) { TestName = "Treasurers" };
        yield return new TestCaseData("chair; policy:none", (string[])["Bar", "Club", "Coup", "Letter", "Member", "Party", "Plot", "Vault"], (string[][])[["owed", "fees", "account"], Vaults]) { TestName = "Chairs for whom no policy holds" };
        yield return new TestCaseData("nobody", (string[])["Club", "Member"], (string[][])[Money, Fees, Plots, Vaults, ["vault", "Vault", "Bar", "weight"]]) { TestName = "Those without a role" };
        yield return new TestCaseData("nobody; policy:none", (string[])["Club", "Member"], (string[][])[Money, Fees, Plots, Vaults, ["account", "Account"]]) { TestName = "Those without anything" };
    }

    [TestCaseSource(nameof(Audiences))]
    public void The_others_are_not_named_and_what_is_left_compiles_with_no_import_too_many(string audience, string[] left, string[][] hidden)
    {
        IReadOnlyList<MirrorParts> mirrors = Narrow(audience);

        Assert.That(mirrors.Select(mirror => mirror.Name), Is.EqualTo(left));
        string all = string.Concat(mirrors.SelectMany(mirror => mirror.Texts.Concat(mirror.Imports)));
        Assert.That(hidden.SelectMany(names => names).Where(name => all.Contains(name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(all, Does.Not.Contain('⟦').And.Not.Contain('⟧').And.Not.Contain("\n\n\n").And.Not.Contain("{\n\n").And.Not.Contain("\n\n}"));

        using var workspace = new MirrorWorkspace();
        foreach (MirrorParts mirror in mirrors)
        {
            var carried = new Carried(mirror.Name, $"Clubs.{mirror.Name}", mirror.Imports, mirror.Texts[0], "Clubs");
            workspace.Write(mirror.Name + ".ts", MirrorText.Compose(carried, "capsule-client"));
        }

        Assert.That(workspace.CheckTypes(noUnused: true).Where(line => !line.StartsWith("..", StringComparison.Ordinal) && !line.Contains("'capsule' is declared", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Audiences))]
    public void In_JavaScript_they_load_as_one_module_and_say_the_hash_of_the_whole(string audience, string[] left, string[][] hidden)
    {
        IReadOnlyList<MirrorParts> mirrors = Narrow(audience, Written.WriteJavaScript);
        string all = string.Concat(mirrors.Select(mirror => mirror.Texts[0]));
        Assert.That(hidden.SelectMany(names => names).Where(name => all.Contains(name, StringComparison.Ordinal)), Is.Empty);

        using var workspace = new MirrorWorkspace();
        workspace.Write("package.json", """{ "type": "module" }""");
        workspace.Write("models.js", $"const capsule = {{ Model: class {{}} }};\n{all}\n{Reach}\nprocess.stdout.write(Club.metadata.schema ?? hash(Club));\n");
        Assert.That(workspace.Node("models.js"), Is.EqualTo((0, WholeHash())));
        Assert.That(left, Does.Contain("Club"));
    }

    /// <summary>As the client finds the hash of a root.</summary>
    private const string Reach = """
        function hash(root) {
          const found = new Set();
          const visit = (type) => {
            if (found.has(type)) return;
            found.add(type);
            for (const below of [...Object.values(type.metadata.collections ?? {}), ...Object.values(type.metadata.models ?? {})]) [below()].flat().forEach(visit);
          };
          visit(root);
          return [...found].reduce((sum, { metadata }) => sum ^ BigInt("0x" + metadata.hash), 0n).toString(16).padStart(16, "0");
        }
        """;

    [Test]
    public void A_text_without_marks_is_left_as_it_is() => Assert.That(MarkedText.Cut("a\n\n{\n\n}\n", _ => false), Is.EqualTo("a\n\n{\n\n}\n"));

    [TestCase("a ⟦0:b⟧ c", "0", "a b c")]
    [TestCase("a ⟦0:b⟧ c", "", "a  c")]
    [TestCase("a ⟦!0:b⟧c", "", "a bc")]
    [TestCase("⟦0+1:b⟧", "0", "")]
    [TestCase("⟦0+1|2:b⟧", "2", "b")]
    [TestCase("⟦0:a⟦1:b⟧c⟧d", "0", "acd")]
    [TestCase("⟦0:a⟦1:b⟧c⟧d", "1", "d")]
    [TestCase("a\n  ⟦0:b⟧\nc", "", "a\nc")]
    [TestCase("a\n  ⟦0:\n\n  b ⟦!1:x⟧\n  ⟧\nc", "", "a\nc")]
    [TestCase("a\n  ⟦0:\n\n  b ⟦!1:x⟧\n  ⟧\nc", "0", "a\n\n  b x\nc")]
    [TestCase("⟦0:\n⟦1:\nb\n⟧\nc\n⟧\nd", "1", "d")]
    public void Marks_are_cut(string text, string met, string left) =>
        Assert.That(MarkedText.Cut(text, number => met.Contains(number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)), Is.EqualTo(left));

    [TestCase("treasurer,chair", "chair", true)]
    [TestCase("treasurer,chair", "Chair", false)]
    [TestCase("treasurer,chair", "member; guest", false)]
    [TestCase("chair\naudit", "chair", true)]
    [TestCase("chair\naudit", "chair, policy:audit", true)]
    [TestCase("chair\naudit", "chair, policy: other", false)]
    [TestCase("\naudit", "nobody", true)]
    [TestCase("\naudit", "policy:other", false)]
    [TestCase("chair", "policy:audit", false)]
    [TestCase("chair", " ; , ", true)]
    public void An_audience_may_meet(string requirement, string audience, bool mayMeet) => Assert.That(new Audience(audience).MayMeet(requirement), Is.EqualTo(mayMeet));

    private static IReadOnlyList<MirrorParts> Narrow(string audience, params Func<ModelSpec, string>[] texts) => Narrowing.Of(
        [.. Models.Select(model => Parts(model, texts.Length > 0 ? texts : [Written.WriteTypeScript]))], new Audience(audience).MayMeet);

    private static MirrorParts Parts(ModelSpec model, Func<ModelSpec, string>[] texts) => new(
        Written.NameOf(model),
        model.IsAbstract ? "" : Hash(model).ToString("x16", CultureInfo.InvariantCulture),
        [.. model.Flat().Requirements().Select(MirrorFile.TextOf)],
        Below.Of(model),
        Imports.Of(model),
        [.. texts.Select(text => text(model))]);

    private static ulong Hash(ModelSpec model) => SchemaHash.Of(LedgerDescription.Of(model.Flat()));

    private static string WholeHash() => Models.Where(model => !model.IsAbstract).Aggregate(0UL, (sum, model) => sum ^ Hash(model)).ToString("x16", CultureInfo.InvariantCulture);
}
