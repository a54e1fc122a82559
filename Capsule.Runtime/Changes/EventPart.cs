namespace Capsule.Changes;

/// <summary>Which of a turn's events are meant.</summary>
internal enum EventPart
{
    /// <summary>All, in one list.</summary>
    All,

    /// <summary>Those of what is stored.</summary>
    Durable,

    /// <summary>Those of what is not.</summary>
    Transient,
}
