namespace Capsule.Generators.Tests.Build;

[SetUpFixture]
internal sealed class SmallProjectsSetup
{
    [OneTimeTearDown]
    public void RemoveRestoredProjects() => SmallProjects.DisposeRestored();
}
