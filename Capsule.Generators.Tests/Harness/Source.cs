namespace Capsule.Generators.Tests.Harness;

/// <summary>A file of a small compilation.</summary>
internal sealed record Source(string Path, string Text)
{
    public static implicit operator Source(string text) => new("Models.cs", text);
}
