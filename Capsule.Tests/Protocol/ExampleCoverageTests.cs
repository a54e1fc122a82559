using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

/// <summary>Nothing that the wire has is without an example, and no example is without its line in the README.</summary>
public class ExampleCoverageTests
{
    [TestCase("client", typeof(ClientMessage))]
    [TestCase("op", typeof(Op))]
    [TestCase("event", typeof(ModelEvent))]
    [TestCase("frame", typeof(Frame))]
    public void Every_kind_has_an_example(string category, Type kindsOf)
    {
        Type[] kinds = [.. kindsOf.Assembly.GetTypes().Where(type => type.IsSubclassOf(kindsOf) && !type.IsAbstract)];
        Type[] shown = [.. ProtocolExamples.In(category).Select(name => WireCodec.For(category).Read(ProtocolExamples.Bytes(name)).GetType()).Distinct()];

        Assert.That(kinds, Is.Not.Empty);
        Assert.That(shown, Is.EquivalentTo(kinds));
    }

    [TestCaseSource(nameof(Codes))]
    public void Every_code_has_an_example_of_its_name(ErrorCode code)
    {
        var frame = (Frame)WireCodec.For("code").Read(ProtocolExamples.Bytes($"code/{code.ToWireText()}"));

        Assert.That(CodeOf(frame), Is.EqualTo(code));
    }

    [Test]
    public void Every_code_that_closes_a_socket_has_an_example_that_ends_a_session()
    {
        IEnumerable<ErrorCode> ending = ProtocolExamples.In("code")
            .Select(name => FrameJson.Read(ProtocolExamples.Bytes(name)))
            .OfType<EndedFrame>()
            .Select(ended => ended.Error.Code);

        Assert.That(ending, Is.EquivalentTo(Codes().Where(code => code.ToCloseCode() is not null)));
    }

    [TestCaseSource(typeof(ProtocolExamples), nameof(ProtocolExamples.All))]
    public void The_readme_lists_every_example(string name)
    {
        string readme = File.ReadAllText(Path.Combine(ProtocolExamples.Folder, "README.md"));

        Assert.That(readme, Does.Contain($"| [{name}.json]({name}.json) | "));
    }

    [Test]
    public void The_readme_lists_no_example_that_is_gone()
    {
        int rows = File.ReadLines(Path.Combine(ProtocolExamples.Folder, "README.md")).Count(line => line.StartsWith("| [", StringComparison.Ordinal));

        Assert.That(rows, Is.EqualTo(ProtocolExamples.All.Count));
    }

    private static ErrorCode[] Codes() => Enum.GetValues<ErrorCode>();

    private static ErrorCode CodeOf(Frame frame) => frame switch
    {
        VerdictFrame verdict => verdict.Error!.Code,
        HoldFrame hold => hold.Code,
        ErrorFrame error => error.Error.Code,
        EndedFrame ended => ended.Error.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(frame), frame, "This frame carries no code."),
    };
}
