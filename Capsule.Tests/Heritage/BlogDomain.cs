namespace Capsule.Tests.Heritage;

public sealed class BlogDomain : HeritageDomain
{
    public override string TitleName => "title";

    public override string DescriptionName => "description";

    public override string ListName => "list";

    public override string ChildAttributeName => "name";

    public override string LeafTextName => "text";

    public override string ExposedMethod => "praise";

    public override string HiddenMethod => "burn";

    public override string ListProperty => nameof(Post.Words);

    public override string TitleProperty => nameof(Post.Title);

    public override CapsuleModel NewRoot() => new App();

    public override ModelCollection Grow(CapsuleModel root) => Items(root);

    public override ModelCollection Items(CapsuleModel root) => ((App)root).Posts;

    public override CapsuleModel NewItem(string title) => new Post { Title = title };

    public override CapsuleModel AddItem(ModelCollection items, string title) => ((ModelCollection<Post>)items).Add((Post)NewItem(title));

    public override void Add(ModelCollection items, CapsuleModel item) => ((ModelCollection<Post>)items).Add((Post)item);

    public override void Remove(CapsuleModel item) => _ = item is Post post
        ? ((ModelCollection<Post>)post.Collection!).Remove(post)
        : ((ModelCollection<Comment>)item.Collection!).Remove((Comment)item);

    public override void Move(ModelCollection to, CapsuleModel item, int index)
    {
        if (item is Post post)
        {
            ((ModelCollection<Post>)to).Move(post, index);
        }
        else
        {
            ((ModelCollection<Comment>)to).Move((Comment)item, index);
        }
    }

    public override CapsuleModel ItemAt(ModelCollection items, int index) => items is ModelCollection<Post> posts ? posts[index] : ((ModelCollection<Comment>)items)[index];

    public override ModelCollection Leaves(CapsuleModel item) => ((Post)item).Comments;

    public override ModelCollection OtherLeaves(CapsuleModel root) => ((App)root).Posts[1].Comments;

    public override CapsuleModel AddLeaf(ModelCollection leaves, string text) => ((ModelCollection<Comment>)leaves).Add(new Comment { Text = text });

    public override void SetLeaf(CapsuleModel leaf, string text) => ((Comment)leaf).Text = text;

    public override CapsuleModel Child(CapsuleModel item) => ((Post)item).Author;

    public override void SetChild(CapsuleModel item, string text) => ((Post)item).Author.Name = text;

    public override string Title(CapsuleModel item) => ((Post)item).Title;

    public override void SetTitle(CapsuleModel item, string title) => ((Post)item).Title = title;

    public override string Description(CapsuleModel item) => ((Post)item).Description;

    public override IReadOnlyList<string> List(CapsuleModel item) => ((Post)item).Words;

    public override void SetList(CapsuleModel item, IReadOnlyList<string> list) => ((Post)item).Words = list;
}
