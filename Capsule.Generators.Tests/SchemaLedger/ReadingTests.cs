using Capsule.Generators.Ledger;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>Is every text read, or said to be none?</summary>
public sealed class ReadingTests
{
    private static readonly string Whole = Deploy.First("""
        [CapsuleModel] public partial class Card
        {
            public enum Kinds { Low, High }
            public record Place(string Town, IReadOnlyDictionary<string, int?> Marks);
            public partial Kinds? Kind { get; set; }
            public partial Place? Home { get; set; }
            public partial IReadOnlyList<string?> Tags { get; set; }
            [Renamed("old\"\u00e4")] public partial string Title { get; set; }
            [Exposed] public Place? Go(Kinds kind, IReadOnlyList<Place> all, int far = 1) => null;
        }
        """).Then("[CapsuleModel] public partial class Card;", accepts: true).Ledger;

    [Test]
    public void A_ledger_that_ends_anywhere_is_told_and_survived() => Parallel.For(1, Whole.TrimEnd().Length, length =>
    {
        LedgerReading reading = LedgerReader.Read(Whole[..length]);
        Assert.That(reading.Document, Is.Null);
        Assert.That(reading.Problem!.Start, Is.InRange(0, length));
        Assert.That(reading.Problem.End, Is.InRange(reading.Problem.Start, length));
    });

    [Test]
    public void A_ledger_that_lacks_any_character_is_survived() => Parallel.For(0, Whole.Length, missing =>
        Analysis.ByOurs(GeneratorRun.Start(Compilations.Create("[CapsuleModel] public partial class Card;")).Output, new LedgerCopy(Whole.Remove(missing, 1))));

    [Test]
    public void Line_ends_of_a_checkout_are_no_difference()
    {
        LedgerReading reading = LedgerReader.Read(Whole.ReplaceLineEndings("\r\n"));

        Assert.That(reading.Document, Is.EqualTo(LedgerReader.Read(Whole).Document));
    }

    [TestCase("")]
    [TestCase(" \r\n")]
    public void No_text_is_a_ledger_that_has_nothing(string text) => Assert.That(LedgerReader.Read(text).Document, Is.EqualTo(LedgerDocument.Empty));

    [TestCase("int32")]
    [TestCase("int32?")]
    [TestCase("enum(low|high)?")]
    [TestCase("list")]
    [TestCase("list<dictionary<record{a: string, b: list<int32?>?}>>?")]
    public void A_type_is_read_as_it_is_written(string text) => Assert.That(LedgerTypeReader.ReadType(text)!.ToString(), Is.EqualTo(text));

    [TestCase("()", null)]
    [TestCase("(): void", "(): void")]
    [TestCase("(string, record{a: int32, b: int32} optional): enum(a|b)?", "(string, record{a: int32, b: int32} optional): enum(a|b)?")]
    [TestCase("(string int32): void", null)]
    [TestCase("(string,int32): void", null)]
    public void A_signature_is_read_as_it_is_written(string text, string? expected) => Assert.That(LedgerTypeReader.ReadSignature(text)?.ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("int 32")]
    [TestCase("enum()")]
    [TestCase("enum(a||b)")]
    [TestCase("list<")]
    [TestCase("record{a int32}")]
    public void What_is_no_type_is_none(string text) => Assert.That(LedgerTypeReader.ReadType(text), Is.Null);

    [Test]
    public void The_generator_leaves_a_ledger_alone_that_cannot_be_read()
    {
        Deploy deploy = Deploy.Beside("<<<<<<<", "[CapsuleModel] public partial class Card;");

        Assert.That(deploy.Entries, Is.Empty);
        Assert.That(deploy.Findings.Select(one => one.Id), Is.EqualTo(["CAP0055"]));
        Assert.That(deploy.Findings[0].Severity, Is.EqualTo(DiagnosticSeverity.Error));
    }
}
