using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>Which child models a client may take for there with their model.</summary>
public sealed class MadeChildTests
{
    [TestCase("public partial Lid Lid { get; }", true)]
    [TestCase("public partial Lid Lid { get; set; }", true)]
    [TestCase("public partial Lid? Lid { get; set; }", false)]
    [TestCase("[VisibleTo(Roles = \"chief\")] public partial Lid Lid { get; }", false)]
    [TestCase("public partial SecretLid Lid { get; }", false)]
    [TestCase("public partial LidOfSecretLid Lid { get; }", false)]
    [TestCase("public partial Lid Lid { get; } public Box() => Lid.Text = \"x\";", true)]
    [TestCase("public partial Lid Lid { get; set; } public Box() => Lid = new HeavyLid();", false)]
    public void It_is_in_the_mirror(string member, bool isMade)
    {
        string mirror = GeneratorRun.Of($$"""
            [CapsuleModel] public partial class Box { [ChildModel] {{member}} }
            [CapsuleModel] public partial class Lid { public partial string Text { get; set; } }
            [CapsuleModel] public partial class HeavyLid : Lid { }
            [CapsuleModel] public partial class SecretLid { public partial string Text { get; set; } protected override bool CanRead(CapsuleUser user) => user.Name == Text; }
            [CapsuleModel] public partial class LidOfSecretLid : SecretLid { }
            """).Files["Box.Mirror.g.cs"];
        Assert.That(mirror, isMade ? Does.Contain("made: { lid: () => Lid },") : Does.Not.Contain("made:"));
    }
}
