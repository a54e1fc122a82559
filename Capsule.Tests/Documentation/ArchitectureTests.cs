using System.Xml.Linq;

namespace Capsule.Tests.Documentation;

/// <summary>Which project may know which.</summary>
[TestFixture]
internal sealed class ArchitectureTests
{
    [TestCase("Capsule.Runtime/Capsule.Runtime.csproj")]
    [TestCase("Capsule.Generators/Capsule.Generators.csproj")]
    [TestCase("build/tasks/Capsule.Build.Tasks.csproj")]
    [TestCase("hosts/Capsule.AspNetCore/Capsule.AspNetCore.csproj", "Capsule.Runtime")]
    [TestCase("stores/Capsule.Storage.Sqlite/Capsule.Storage.Sqlite.csproj", "Capsule.Runtime")]
    [TestCase("samples/Taskboard/Taskboard.csproj", "Capsule.AspNetCore", "Capsule.Storage.Sqlite", "Capsule.Runtime")]
    public void A_project_refers_to_no_others_than_these(string project, params string[] allowed)
    {
        IEnumerable<string> referred = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.That(referred, Is.SubsetOf(allowed));
    }

    [Test]
    public void The_runtime_knows_no_web_server_and_no_database()
    {
        IEnumerable<string?> referred = typeof(CapsuleModel).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name);

        Assert.That(referred, Has.None.Contains("AspNetCore").And.None.Contains("Orleans").And.None.Contains("Sqlite").And.None.Contains("Npgsql"));
    }
}
