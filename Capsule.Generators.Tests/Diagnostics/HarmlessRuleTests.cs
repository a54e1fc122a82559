using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>What a rule of seeing may read, and what may be computed from what some see alone.</summary>
public sealed class HarmlessRuleTests
{
    [TestCase("FaceUp || Owner == user.Name")]
    [TestCase("Guests.Contains(user.Name) && user.Facts<string>() != null")]
    [TestCase("Tag is { IsHidden: false } && Tag.Text != \"\"")]
    [TestCase("Parent is Desk { IsOpen: true } desk && desk.Lamp.IsHidden")]
    [TestCase("Ancestor<Desk>() is { IsOpen: true } || Tree.Root is Desk")]
    [TestCase("base.CanRead(user)")]
    [TestCase("Twin is null || Twin?.Id == Id || Twin.Id == Id || Twin == this")]
    [TestCase("Collection?.Owner is Desk && Collection != null && Collection.Name == nameof(Things)")]
    [TestCase("IsMine(user) && IsLong && Total > 3 && Most > 2 && s_names.Contains(Owner)")]
    [TestCase("DateTimeOffset.MinValue < At && At.Year > 2000 && Guid.Empty != default")]
    public void Nothing_is_said(string rule) => Assert.That(
        Analysis.ByOurs(GeneratorRun.Of($$"""
            [CapsuleModel] public partial class Desk
            {
                public partial bool IsOpen { get; set; }
                [ChildModel] public partial Tag Lamp { get; }
                [ChildCollection] public partial ModelCollection<Card> Cards { get; }
            }
            [CapsuleModel] public partial class Card
            {
                public partial string Owner { get; set; }
                public partial bool FaceUp { get; set; }
                public partial DateTimeOffset At { get; set; }
                public partial IReadOnlyList<string> Guests { get; set; }
                [Reference] public partial Card? Twin { get; set; }
                [ChildModel] public partial Tag? Tag { get; set; }
                [ChildCollection] public partial ModelCollection<Card> Things { get; }
                [Computed(OnServer = true)] public int Total => Things.Count + DateTime.Now.Year;
                [Computed] public bool IsLong => Owner.Length > 8;
                [VisibleTo(nameof(IsMine))] public partial string Face { get; set; }
                protected override bool CanRead(CapsuleUser user) => {{rule}};
                private bool IsMine(CapsuleUser user) => Owner == user.Name;
                private const int Most = 3;
                private static readonly HashSet<string> s_names = [];
            }
            [CapsuleModel] public partial class Tag { public partial string Text { get; set; } public partial bool IsHidden { get; set; } }
            """).Output),
        Is.Empty);

    [TestCase("[Exposed] public void Go() { } protected override bool CanCall(CapsuleUser user, string method) => true;")]
    [TestCase("[Exposed] public void Go() { } protected override bool CanEdit(CapsuleUser user) => true;")]
    [TestCase("[ServerCallable] public void Go() { }")]
    public void A_method_may_be_called_where_a_rule_says_so(string members) =>
        Assert.That(Analysis.ByOurs(GeneratorRun.Of($"[CapsuleModel] partial class Card {{ {members} }}").Output), Is.Empty);

    [TestCase("[VisibleTo(nameof(CanEdit))] public partial string Face { get; set; } protected override bool CanEdit(CapsuleUser user) => true;")]
    [TestCase("[VisibleTo(nameof(All), Roles = \"staff\")] public partial string Face { get; set; } private static bool All(CapsuleUser user) => true;")]
    [TestCase("[VisibleTo(nameof(All))] public partial string Face { get; set; } private bool All(CapsuleUser user) => true; private bool All(int other) => true;")]
    public void A_rule_of_a_member_may_be(string members)
    {
        GeneratorRun run = GeneratorRun.Of($"[CapsuleModel] public partial class Card {{ {members} }}");
        Assert.That(Analysis.ByOurs(run.Output), Is.Empty);
        Assert.That(run.Output.GetDiagnostics().Where(static one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
    }

    [Test]
    public void A_rule_of_what_the_server_computes_is_asked_again_when_something_above_changes() => Assert.That(
        GeneratorRun.Of("""
            [CapsuleModel] public partial class Card
            {
                [Computed(OnServer = true), VisibleTo(nameof(IsOpen))] public int Sum => 1;
                private bool IsOpen(CapsuleUser user) => Parent is Card;
            }
            """).Output.SyntaxTrees.Select(static tree => tree.ToString()),
        Has.Some.Contains("Seeing = global::Capsule.SeeingRules.Above"));

    [Test]
    public void Nothing_is_undecided_where_the_access_report_has_it() => Assert.That(
        Analysis.ByOurs(
            GeneratorRun.Of("namespace Odd.@in { public partial class Outer { [CapsuleModel] public partial class @event { public partial string @class { get; set; } } } }").Output,
            new ReportCopy("## event\r\n\r\n`Odd.in.Outer.event` is a root.\r\n\r\n| Member |\r\n| --- |\r\n| `class` | all |\r\n")),
        Is.Empty);
}
