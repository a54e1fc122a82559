using System.Text.Json.Serialization;

namespace Capsule.Tests.Heritage;

/// <summary>The domain of 0.2.2's own tests.</summary>
[CapsuleModel]
public partial class App
{
    [ChildCollection]
    public partial ModelCollection<Post> Posts { get; }

    protected override bool CanEdit(CapsuleUser user) => user.Is("author");

    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) => user.Is("editor");
}

[CapsuleModel]
public partial class Post
{
    [ClientEditable]
    public partial string Title { get; set; }

    public partial string Description { get; set; }

    [ClientEditable, JsonPropertyName("list")]
    public partial IReadOnlyList<string> Words { get; set; }

    [ChildCollection]
    public partial ModelCollection<Comment> Comments { get; }

    [ChildModel]
    public partial Author Author { get; }

    protected override bool CanMove(CapsuleUser user, ModelCollection collection, CapsuleModel item) => user.Is("editor");

    [Exposed]
    public string Praise(string word, TurnContext turn) => Description = $"{word} {Title}, says {turn.User.Name}";

    public void Burn() => Description = "burnt";
}

[CapsuleModel]
public partial class Comment
{
    [ClientEditable]
    public partial string Text { get; set; }
}

[CapsuleModel]
public partial class Author
{
    [ClientEditable]
    public partial string Name { get; set; }
}
