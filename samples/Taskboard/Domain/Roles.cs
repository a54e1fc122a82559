namespace Taskboard.Domain;

/// <summary>What people can be.</summary>
public static class Roles
{
    /// <summary>May change boards.</summary>
    public const string Member = "member";
}
