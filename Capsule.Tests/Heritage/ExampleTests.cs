using System.Text;
using Capsule.Tests.Changes;
using Capsule.Tests.Protocol;

namespace Capsule.Tests.Heritage;

/// <summary>The exports in docs/protocol-examples that are of 0.2.2's own domain.</summary>
public class ExampleTests
{
    [Test]
    public void What_0_2_2_wrote_is_taken_in()
    {
        var app = new App();

        MportResult result = app.Mport(ProtocolExamples.Message("xport-0.2.2/blog"));

        Post post = app.Posts.Single();
        Assert.That(app.Id, Is.EqualTo(ModelId.Parse("9b0a1c2d-5e6f-4a7b-8c9d-0e1f2a3b4c5d")));
        Assert.That((post.Title, post.Author.Name), Is.EqualTo(("From 2011", "Grace")));
        Assert.That(post.Words, Is.EqualTo(["one", "two"]));
        Assert.That(result.Ignored, Is.EquivalentTo(["post.slug", "post.likes", "post.editor"]));
        Assert.That(app.Xport(), Does.Contain("5d2e8f40-13b7-4c96-a0d5-7e8b9f6a1c24").And.Contain("""["one","two"]"""));
        var published = new BatchText(app.Tree);
        app.Mport(ProtocolExamples.Message("xport-0.2.2/blog"));
        Assert.That(published.Take(), Is.Empty, "twice changes nothing");
    }

    [Test]
    public void An_export_is_written_back_byte_for_byte()
    {
        byte[] example = ProtocolExamples.Message("xport/blog");
        var app = new App();

        MportResult result = app.Mport(example);

        Assert.That(Encoding.UTF8.GetString(app.XportUtf8().Span), Is.EqualTo(Encoding.UTF8.GetString(example)));
        Assert.That(result.Ignored, Is.Empty);
    }
}
