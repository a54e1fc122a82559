namespace Capsule.Build.Tasks;

/// <summary>A member of a model, with what is written on it of who may see and do what.</summary>
/// <param name="Name">In C#.</param>
/// <param name="Kind">What it is.</param>
internal sealed record AccessMember(string Name, AccessKind Kind)
{
    /// <summary>Its type.</summary>
    public TypeName Type { get; init; } = new("");

    /// <summary>Whether it has <c>[ServerOnly]</c>.</summary>
    public bool IsServerOnly { get; init; }

    /// <summary>Whether it has <c>[VisibleTo]</c>.</summary>
    public bool IsNarrowed { get; init; }

    /// <summary>What a user must have to see it, in words; empty for nothing.</summary>
    public string SeenBy { get; init; } = "";

    /// <summary>The rule that is asked who sees it.</summary>
    public string? SeeingRule { get; init; }

    /// <summary>Whether it can be set, by the server at least.</summary>
    public bool HasSetter { get; init; }

    /// <summary>Whether clients may set or call it at all.</summary>
    public bool IsForClients { get; init; }

    /// <summary>What a user must have to set, change or call it, in words; empty for nothing.</summary>
    public string DoneBy { get; init; } = "";

    /// <summary>Whether it is set once.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>Whether the server alone computes it.</summary>
    public bool IsOnServer { get; init; }
}
