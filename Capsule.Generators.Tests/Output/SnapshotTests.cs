using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Output;

/// <summary>What is generated, letter for letter.</summary>
public sealed class SnapshotTests
{
    [TestCase(nameof(Examples.Card))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.EveryValue))]
    [TestCase(nameof(Examples.Calls))]
    [TestCase(nameof(Examples.Computed))]
    [TestCase(nameof(Examples.OnServer))]
    [TestCase(nameof(Examples.OddNames))]
    [TestCase(nameof(Examples.References))]
    [TestCase(nameof(Examples.Transients))]
    [TestCase(nameof(Examples.Empty))]
    [TestCase(nameof(Examples.Family))]
    [TestCase(nameof(Examples.Narrowed))]
    public void Generated_files_are_as_they_were_read_and_approved(string example)
    {
        Assert.Multiple(() =>
        {
            foreach ((string file, string text) in GeneratorRun.Of(Examples.Of(example)).Files)
            {
                SnapshotFiles.Match(text, $"{example}.{file}.snap");
            }
        });
    }
}
