using Capsule.Generators.Models;
using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Computed;

/// <summary>Which classes of the mirror does a question for a kind of model ask for?</summary>
public sealed class KindTests
{
    private const string Pad = """
        using System.Linq;
        [CapsuleModel] public partial class Pad
        {
            [ChildCollection] public partial ModelCollection<Entry> Entries { get; }
            [Computed] public int Notes => Entries.OfType<Note>().Count();
            [Computed] public int Lines => Entries.Count(entry => entry is Line);
            [Computed] public int Marks => Entries.Count(entry => entry is Mark);
        }
        [CapsuleModel] public abstract partial class Entry;
        [CapsuleModel] public partial class Note : Entry;
        [CapsuleModel] public partial class Line : Entry;
        [CapsuleModel] public abstract partial class Mark : Entry;
        """;

    [Test]
    public void Those_that_derive_from_it_wherever_they_are()
    {
        string mirror = GeneratorRun.Of(Pad, "[CapsuleModel] public partial class Todo : Note;", "[CapsuleModel] public partial class Star : Mark;").Files["Pad.Mirror.g.cs"];

        Assert.That(mirror, Does.Contain("computed.ofType(self.entries, [Note, Todo])").And.Contain("computed.is(entry, Line)").And.Contain("computed.is(entry, [Star])"));
    }

    [Test]
    public void None_where_nothing_derives_from_an_abstract_one() =>
        Assert.That(GeneratorRun.Of(Pad).Files["Pad.Mirror.g.cs"], Does.Contain("computed.ofType(self.entries, Note)").And.Contain("computed.is(entry, [])"));
}
