namespace Capsule.Mirrors;

/// <summary>What somebody must have, as the generator writes it beside a mirror: roles with commas between, of which one is needed, and on a second line a policy.</summary>
internal sealed class RequirementText
{
    public RequirementText(string text)
    {
        string[] lines = text.Split('\n');
        Roles = lines[0].Length == 0 ? [] : lines[0].Split(',');
        Policy = lines.Length > 1 ? lines[1] : null;
    }

    public string[] Roles { get; }

    public string? Policy { get; }
}
