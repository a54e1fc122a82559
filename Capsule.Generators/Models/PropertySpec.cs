namespace Capsule.Generators.Models;

/// <summary>A partial property, as far as the other half of its declaration must repeat it.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="Accessibility">Such as <c>public</c>; empty where the declaration leaves it out, as both halves must spell it alike.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
internal sealed record PropertySpec(string Name, string Accessibility, string Documentation)
{
    /// <summary>What stands before the type.</summary>
    public string Modifiers => Accessibility.Length == 0 ? "partial" : $"{Accessibility} partial";

    /// <summary>The property inside the class where parameters and locals in lower case are in scope.</summary>
    public string Reference => char.IsUpper(Name[0]) ? Name : $"this.{Name}";
}
