using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Output;

/// <summary>Which parameters come from services.</summary>
public sealed class ServiceSourceTests
{
    [TestCase("Microsoft.AspNetCore.Mvc", "FromServices")]
    [TestCase("Capsule", "FromServices")]
    [TestCase("Anywhere.Else", "FromServicesAttribute")]
    public void An_attribute_of_this_name_says_so_wherever_it_is_declared(string @namespace, string name)
    {
        string declared = @namespace == "Capsule" ? "" : $"namespace {@namespace} {{ public sealed class FromServicesAttribute : Attribute; }}";
        GeneratorRun run = GeneratorRun.Of($"{declared} [CapsuleModel] public partial class Card {{ [Exposed] public int Go([{@namespace}.{name}] IComparable held, int far) => far; }}");
        Assert.That(run.Files["Card.g.cs"], Does.Contain("CallServices.Required<global::System.IComparable>(turn, \"held\"), far)"));
        Assert.That(run.Files["Card.Mirror.g.cs"], Does.Contain("go(far: number): number;"));
    }
}
