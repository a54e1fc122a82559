using System.Text;
using Capsule.Tests.Protocol;

namespace Capsule.Tests.Snapshots;

/// <summary>The example of items of several types is what models write and read.</summary>
public sealed partial class TypedItemTests
{
    [Test]
    public void The_example_is_read_and_written_letter_for_letter()
    {
        string example = Encoding.UTF8.GetString(ProtocolExamples.Message("xport/typed-item"));
        var sheet = new FigureSheet();

        sheet.Mport(example);

        Assert.That(sheet.Figures.Select(figure => figure.GetType()), Is.EqualTo(new[] { typeof(Disc), typeof(Square) }));
        Assert.That(sheet.Xport(), Is.EqualTo(example));
    }

    [CapsuleModel]
    internal sealed partial class FigureSheet
    {
        public partial string Title { get; set; }

        [ChildCollection, System.Text.Json.Serialization.JsonPropertyName("shapes")]
        public partial ModelCollection<Figure> Figures { get; }
    }

    [CapsuleModel]
    internal abstract partial class Figure;

    [CapsuleModel("circle")]
    internal sealed partial class Disc : Figure
    {
        public partial double Radius { get; set; }
    }

    [CapsuleModel]
    internal sealed partial class Square : Figure
    {
        public partial double Side { get; set; }
    }
}
