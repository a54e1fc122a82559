using Capsule.Mirrors;

namespace Capsule.Build.Tasks;

/// <summary>The users that mirrors are written for: the roles that they may have and, where any are named, the policies that may hold for them.</summary>
internal sealed class Audience
{
    private const string Policy = "policy:";
    private readonly HashSet<string> _roles;
    private readonly HashSet<string> _policies;
    private readonly bool _isEverybody;

    /// <param name="names">Roles, and policies with <c>policy:</c> before them, with commas or semicolons between; nothing for everybody.</param>
    public Audience(string names)
    {
        string[] all = [.. names.Split(',', ';').Select(name => name.Trim()).Where(name => name.Length > 0)];
        _roles = [.. all.Where(name => !name.StartsWith(Policy, StringComparison.Ordinal))];
        _policies = [.. all.Where(name => name.StartsWith(Policy, StringComparison.Ordinal)).Select(name => name.Substring(Policy.Length).Trim())];
        _isEverybody = all.Length == 0;
    }

    /// <summary>Whether one of them may meet a requirement, as a <see cref="RequirementText"/>. Whether a policy holds is known when somebody joins, so unless some are named all may.</summary>
    public bool MayMeet(string text)
    {
        RequirementText needed = new(text);
        return _isEverybody
            || ((needed.Roles.Length == 0 || needed.Roles.Any(_roles.Contains)) && (needed.Policy is null || _policies.Count == 0 || _policies.Contains(needed.Policy)));
    }
}
