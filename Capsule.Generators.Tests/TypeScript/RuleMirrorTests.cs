using Capsule.Generators.Emitting.TypeScript;
using Capsule.Generators.Models;
using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>What the mirror says of labels, rules and what is set once.</summary>
public sealed class RuleMirrorTests
{
    private readonly string _mirror = Mirror.WriteTypeScript(GeneratorRun.Of("""
        using System.ComponentModel.DataAnnotations;
        [CapsuleModel] public partial class Deed
        {
            [ClientEditable, Immutable, Required, Display(Name = "The \"owner\"")] public partial string Owner { get; set; }
            [ClientEditable, Range(1, 9, MaximumIsExclusive = true)] public partial double Share { get; set; } = 1;
            [ClientEditable, RegularExpression(@"\bno\b")] public partial string Code { get; set; }
        }
        """).Values().OfType<ModelSpec>().First());

    [TestCase("""owner: { kind: "string", editable: true, immutable: true, label: "The \"owner\"", rules: [{ rule: "required", message: "The The \"owner\" field is required." }] },""")]
    [TestCase("""share: { kind: "double", editable: true, rules: [{ rule: "range", min: 1, max: 9, excludesMax: true, rounds: true, message: "The field Share must be between 1 and 9 exclusive." }], optional: true },""")]
    [TestCase("""code: { kind: "string", editable: true },""")]
    [TestCase("""editable: "share" | "code";""")]
    [TestCase("owner?: string;")]
    public void It_says(string line) => Assert.That(_mirror, Does.Contain(line));

    [Test]
    public void What_is_set_once_has_no_setter() => Assert.That(_mirror, Does.Not.Contain("set owner").And.Contain("set share").And.Contain("get owner"));
}
