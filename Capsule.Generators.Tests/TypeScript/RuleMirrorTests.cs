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
            [ClientEditable, Range(1, 2)] public partial decimal Price { get; set; }
            [ClientEditable, Range(typeof(ulong), "1", "18446744073709551615")] public partial ulong Number { get; set; }
            [ClientEditable, Range(typeof(DateTimeOffset), "2026-03-01T00:00:00+01:00", "2026-03-31T00:00:00.50Z")] public partial DateTimeOffset At { get; set; }
            [ClientEditable, RegularExpression(@"\bno\b")] public partial string Code { get; set; }
        }
        """).Values().OfType<ModelSpec>().First());

    [TestCase("""owner: { kind: "string", editable: true, immutable: true, label: "The \"owner\"", rules: [{ rule: "required", message: "The The \"owner\" field is required." }] },""")]
    [TestCase("""share: { kind: "double", editable: true, initial: 1, rules: [{ rule: "range", min: 1, max: 9, excludesMax: true, rounds: true, message: "The field Share must be between 1 and 9 exclusive." }] },""")]
    [TestCase("""price: { kind: "decimal", editable: true, rules: [{ rule: "range", min: "0.5", max: "2.5", excludesMin: true, message: "The field Price must be between 1 and 2." }] },""")]
    [TestCase("""number: { kind: "uint64", editable: true, rules: [{ rule: "range", min: "1", max: "18446744073709551615", message: "The field Number must be between 1 and 18446744073709551615." }] },""")]
    [TestCase("""rules: [{ rule: "range", min: "2026-03-01T00:00:00+01:00", max: "2026-03-31T00:00:00.5+00:00", message: "The field At must be between 03/01/2026 00:00:00 +01:00 and 03/31/2026 00:00:00 +00:00." }] },""")]
    [TestCase("""code: { kind: "string", editable: true },""")]
    [TestCase("""editable: "share" | "price" | "number" | "at" | "code";""")]
    [TestCase("owner?: string;")]
    public void It_says(string line) => Assert.That(_mirror, Does.Contain(line));

    [Test]
    public void What_is_set_once_has_no_setter() => Assert.That(_mirror, Does.Not.Contain("set owner").And.Contain("set share").And.Contain("get owner"));
}
