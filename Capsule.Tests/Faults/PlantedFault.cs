namespace Capsule.Tests.Faults;

/// <summary>A mistake that somebody could make: the tests that would have to find it are run with it.</summary>
/// <param name="Name">What is wrong then.</param>
/// <param name="File">In the project.</param>
/// <param name="Right">What stands there, once.</param>
/// <param name="Wrong">What stands there in its place.</param>
/// <param name="Project">Its folder in the repository.</param>
public sealed record PlantedFault(string Name, string File, string Right, string Wrong, string Project = "Capsule.Runtime")
{
    /// <summary>The file's text with the mistake in it.</summary>
    public string In(string text)
    {
        Assert.That(text.Split(Right), Has.Length.EqualTo(2), $"'{Right}' stands in {File} once");
        return text.Replace(Right, Wrong);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
