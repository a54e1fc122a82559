namespace Capsule.Build.Tasks;

/// <summary>A rule that a class overrides.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Class">The class, as people call it.</param>
/// <param name="Always">What it says, where it says the same to everyone.</param>
internal sealed record AccessRule(string Method, string Class, bool? Always)
{
    public override string ToString() => Always switch
    {
        false => $"nobody (`{Method}` of {Class})",
        true => $"anyone (`{Method}` of {Class})",
        _ => $"`{Method}` of {Class}",
    };
}
