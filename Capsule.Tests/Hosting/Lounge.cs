namespace Capsule.Tests.Hosting;

/// <summary>A root for everybody, signed in or not.</summary>
[CapsuleModel]
public partial class Lounge
{
    public partial IReadOnlyList<string> Said { get; set; }

    [VisibleTo(nameof(IsRegular))]
    public partial string Corner { get; set; }

    [Exposed]
    public void Say(string what, TurnContext turn) => Said = [.. Said, $"{turn.User}: {what}"];

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;

    private static bool IsRegular(CapsuleUser user) => user.Is("regular");
}
