namespace Capsule.Tests.Hosting;

/// <summary>A small root with everything that a host deals with: hooks, rules, a server-only attribute, a method.</summary>
[CapsuleModel]
public partial class Notebook
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    public partial IReadOnlyList<string> Present { get; set; }

    [ServerOnly]
    public partial string Secret { get; set; }

    [ChildCollection]
    public partial ModelCollection<Note> Notes { get; }

    [Exposed]
    public int Shout(string what, TurnContext turn)
    {
        if (what == "throw")
        {
            Title = "half done";
            throw new InvalidOperationException("secret of the server");
        }

        Title = what.ToUpperInvariant();
        Secret = $"{turn.User} shouted";
        return what.Length;
    }

    [Exposed]
    public string Repeat(string what, int times = 2, string? end = "!") => string.Concat(Enumerable.Repeat(what, times)) + end;

    [ServerCallable]
    public int Audit(string secret)
    {
        Secret = secret;
        return Notes.Count;
    }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated && !user.Is("stranger");

    protected override bool CanEdit(CapsuleUser user) => user.Is("member");

    protected override void OnJoined(CapsuleSession session) => Present = [.. Present, session.User.Name!];

    protected override void OnLeft(CapsuleSession session)
    {
        List<string> present = [.. Present];
        present.Remove(session.User.Name!);
        Present = present;
    }
}

[CapsuleModel]
public partial class Note
{
    [ClientEditable]
    public partial string Text { get; set; }
}
