namespace Taskboard.Domain;

/// <summary>How much a card matters.</summary>
public enum Priority
{
    /// <summary>When there is time.</summary>
    Low,

    /// <summary>Like most.</summary>
    Normal,

    /// <summary>Before others.</summary>
    High,
}
