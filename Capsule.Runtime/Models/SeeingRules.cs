namespace Capsule;

/// <summary>Which rules of a model class say who sees what, and what they read.</summary>
[Flags]
public enum SeeingRules
{
    /// <summary>There are none: who sees what it is in sees it.</summary>
    None = 0,

    /// <summary>The class has a <c>CanRead</c> of its own.</summary>
    CanRead = 1,

    /// <summary>A rule reads more than the model's own attributes and child models: those of the models above, perhaps.</summary>
    Above = 2,
}
