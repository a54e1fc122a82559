namespace Capsule.Internals;

/// <summary>What is done with an attribute in an <see cref="AttributeExchange"/>.</summary>
internal enum AttributeUse
{
    /// <summary>Its value is written as JSON.</summary>
    Write,

    /// <summary>It is set to what a reader stands on.</summary>
    Read,

    /// <summary>What a reader stands on is added to it.</summary>
    Increment,

    /// <summary>Its value is compared with the one that was kept.</summary>
    CompareWithKept,

    /// <summary>It is set to the value that was kept.</summary>
    Restore,

    /// <summary>Its value is shown as an object.</summary>
    Show,

    /// <summary>The value that was kept is shown as an object.</summary>
    ShowKept,

    /// <summary>Its value is compared with an object.</summary>
    CompareWithShown,

    /// <summary>It is set to an object.</summary>
    Put,
}
